package io.clientele.models.churn.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A column of a table in memory.
 *
 * @param kind how its values are read
 * @param values numbers, days since 1970, or places in {@code levels}; NaN = blank
 * @param levels texts of a category; empty for numbers and dates
 */
public record InputColumn(String name, Kind kind, double[] values, List<String> levels) {
  /** What a column holds. */
  public enum Kind {
    NUMBER,
    DATE,
    CATEGORY
  }

  public InputColumn {
    levels = List.copyOf(levels);
  }

  public static InputColumn ofNumbers(String name, double[] values) {
    return new InputColumn(name, Kind.NUMBER, values, List.of());
  }

  boolean isCategory() {
    return kind == Kind.CATEGORY;
  }

  /** The value as a reader knows it. */
  String text(double value) {
    if (Double.isNaN(value)) {
      return "blank";
    }
    return switch (kind) {
      case CATEGORY -> levels.get((int) value);
      case DATE -> LocalDate.ofEpochDay((long) value).toString();
      case NUMBER ->
          value == Math.rint(value) && Math.abs(value) < 1e15
              ? String.valueOf((long) value)
              : String.format(Locale.ROOT, "%.4g", value);
    };
  }
}
