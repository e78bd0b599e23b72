package io.clientele.jobs.evaluate;

import io.clientele.jobs.init.profile.Numbers;
import io.clientele.jobs.init.profile.TimeGuess;
import io.clientele.models.churn.judge.InputColumn;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/** Finds out what the cells of a column are: numbers, days, or levels; any of them with blanks. */
final class CellTypes {
  private static final Set<String> BLANKS =
      Set.of("na", "n/a", "nan", "null", "none", "?", "-", ".", "#n/a");

  private final boolean isDecimalComma;

  CellTypes(boolean isDecimalComma) {
    this.isDecimalComma = isDecimalComma;
  }

  /** The typed column; cells are stripped, null = blank. */
  InputColumn typed(String name, String[] cells) {
    return dates(name, cells).or(() -> numbers(name, cells)).orElseGet(() -> levels(name, cells));
  }

  private static Optional<InputColumn> dates(String name, String[] cells) {
    TimeGuess guess = new TimeGuess();
    Arrays.stream(cells).filter(Objects::nonNull).forEach(guess::add);
    if (!guess.hasDate() || guess.unread() > 0) {
      return Optional.empty();
    }
    DateTimeFormatter pattern = TimeGuess.formatter(guess.pattern().orElseThrow());
    double[] days = new double[cells.length];
    for (int i = 0; i < days.length; i++) {
      try {
        days[i] = cells[i] == null ? Double.NaN : LocalDate.parse(cells[i], pattern).toEpochDay();
      } catch (DateTimeParseException unreadable) {
        return Optional.empty();
      }
    }
    return Optional.of(new InputColumn(name, InputColumn.Kind.DATE, days, List.of()));
  }

  private Optional<InputColumn> numbers(String name, String[] cells) {
    double[] values = new double[cells.length];
    long found = 0;
    for (int i = 0; i < values.length; i++) {
      boolean isBlank = cells[i] == null || BLANKS.contains(cells[i].toLowerCase(Locale.ROOT));
      OptionalDouble value =
          isBlank ? OptionalDouble.empty() : Numbers.value(cells[i], isDecimalComma);
      if (!isBlank && (value.isEmpty() || isCode(cells[i]))) {
        return Optional.empty();
      }
      values[i] = value.orElse(Double.NaN);
      found += isBlank ? 0 : 1;
    }
    long different =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).distinct().limit(3).count();
    return found == 0 || different < 3
        ? Optional.empty()
        : Optional.of(InputColumn.ofNumbers(name, values));
  }

  /** 00815 is a name, no number. */
  private static boolean isCode(String cell) {
    return cell.length() > 1 && cell.charAt(0) == '0' && Character.isDigit(cell.charAt(1));
  }

  private static InputColumn levels(String name, String[] cells) {
    Map<String, Integer> counts = new HashMap<>();
    Stream.of(cells).filter(Objects::nonNull).forEach(cell -> counts.merge(cell, 1, Integer::sum));
    List<String> levels =
        counts.keySet().stream()
            .sorted(
                Comparator.comparing((String level) -> -counts.get(level))
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    Map<String, Integer> places = new HashMap<>();
    levels.forEach(level -> places.put(level, places.size()));
    double[] values =
        Stream.of(cells)
            .mapToDouble(cell -> cell == null ? Double.NaN : places.get(cell))
            .toArray();
    return new InputColumn(name, InputColumn.Kind.CATEGORY, values, levels);
  }

  /** Why a column can teach nothing; empty = it can. */
  static Optional<String> useless(InputColumn column) {
    double[] filled =
        Arrays.stream(column.values()).filter(value -> !Double.isNaN(value)).sorted().toArray();
    long different = Arrays.stream(filled).distinct().count();
    boolean hasBlanks = filled.length < column.values().length;
    if (different == 0 || (different == 1 && !hasBlanks)) {
      return Optional.of("the same in every row");
    }
    boolean isText = column.kind() == InputColumn.Kind.CATEGORY;
    if (isText && different > Math.max(50, filled.length / 2)) {
      return Optional.of("a name, different in nearly every row");
    }
    boolean isCounted =
        column.kind() == InputColumn.Kind.NUMBER
            && different == column.values().length
            && filled[filled.length - 1] - filled[0] == different - 1;
    return isCounted ? Optional.of("a row number") : Optional.empty();
  }
}
