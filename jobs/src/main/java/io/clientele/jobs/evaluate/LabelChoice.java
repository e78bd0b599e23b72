package io.clientele.jobs.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which column is the outcome, and which of its values means that a customer left.
 *
 * @param place of the column
 * @param column its name
 * @param value what means leaving
 */
record LabelChoice(int place, String column, String value) {
  private static final Set<String> YES =
      Set.of("1", "1.0", "yes", "y", "true", "t", "churn", "churned", "left", "exited", "gone");
  private static final int SHOWN = 10;

  /**
   * Reads the option: a column, or column=value.
   *
   * @throws IllegalArgumentException when the column or value is not there, or is not clear
   */
  static LabelChoice of(CellTable table, String text) {
    int sign = text.indexOf('=');
    boolean isColumn = table.names().stream().anyMatch(text.strip()::equalsIgnoreCase);
    if (sign < 0 || isColumn) {
      int place = table.place("--label", text);
      return new LabelChoice(place, table.names().get(place), guessed(table, place, text));
    }
    int place = table.place("--label", text.substring(0, sign));
    String value = text.substring(sign + 1).strip();
    List<String> values = values(table, place);
    Optional<String> found = values.stream().filter(value::equalsIgnoreCase).findFirst();
    if (found.isEmpty()) {
      throw refused(text, "no row has that value", values);
    }
    return new LabelChoice(place, table.names().get(place), found.get());
  }

  /** Of two values the one that says yes, else the rarer. */
  private static String guessed(CellTable table, int place, String text) {
    List<String> values = values(table, place);
    if (values.isEmpty() || values.size() > 2) {
      throw refused(text, "it has " + values.size() + " values, an outcome has two", values);
    }
    Optional<String> yes =
        values.stream().filter(value -> YES.contains(value.toLowerCase(Locale.ROOT))).findFirst();
    String[] cells = table.column(place);
    return yes.orElseGet(
        () ->
            values.stream()
                .min(
                    java.util.Comparator.comparingLong(
                        value -> Arrays.stream(cells).filter(value::equals).count()))
                .orElseThrow());
  }

  private static List<String> values(CellTable table, int place) {
    return Arrays.stream(table.column(place)).filter(Objects::nonNull).distinct().sorted().toList();
  }

  private static IllegalArgumentException refused(String text, String reason, List<String> values) {
    return new IllegalArgumentException(
        "Cannot use --label '"
            + text
            + "': "
            + reason
            + "; its values are "
            + String.join(", ", values.subList(0, Math.min(SHOWN, values.size())))
            + (values.size() > SHOWN ? " and more" : "")
            + "; write --label COL=VALUE.");
  }

  String inWords() {
    return column + "=" + value;
  }
}
