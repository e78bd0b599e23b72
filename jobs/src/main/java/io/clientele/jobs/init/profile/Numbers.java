package io.clientele.jobs.init.profile;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Numbers as people write them: 1234, -1234.5, 1.234,50. */
public final class Numbers {
  private static final Pattern COMMA =
      Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?|-?\\d+,\\d+");
  private static final Pattern POINT =
      Pattern.compile("-?\\d{1,3}(,\\d{3})+\\.\\d+|-?\\d*\\.\\d+([eE]-?\\d+)?");

  private Numbers() {}

  /** How a number is written. */
  public enum Kind {
    WHOLE,
    DECIMAL_POINT,
    DECIMAL_COMMA,
    OTHER
  }

  /** How the cell is written; the empty cell is no number. */
  public static Kind kind(String cell) {
    int length = cell.length();
    if (length == 0 || length > 40) {
      return Kind.OTHER;
    }
    boolean isWhole = true;
    for (int i = 0; i < length && isWhole; i++) {
      char letter = cell.charAt(i);
      isWhole = (letter >= '0' && letter <= '9') || (letter == '-' && i == 0 && length > 1);
      if (!isWhole && Character.isLetter(letter) && letter != 'E' && letter != 'e') {
        return Kind.OTHER;
      }
    }
    if (isWhole) {
      return Kind.WHOLE;
    }
    if (POINT.matcher(cell).matches()) {
      return Kind.DECIMAL_POINT;
    }
    return COMMA.matcher(cell).matches() ? Kind.DECIMAL_COMMA : Kind.OTHER;
  }

  /** The value of a cell, or none. */
  public static OptionalDouble value(String cell, boolean isDecimalComma) {
    String text = cell.strip();
    Kind kind = kind(text);
    if (kind == Kind.OTHER) {
      return OptionalDouble.empty();
    }
    if (isDecimalComma) {
      text = text.replace(".", "").replace(',', '.');
    } else {
      text = text.replace(",", "");
    }
    return OptionalDouble.of(Double.parseDouble(text));
  }
}
