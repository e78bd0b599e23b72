package io.clientele.jobs.schedule.template;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Python's {@code strftime} in the C locale. */
final class Strftime {
  private Strftime() {}

  static String format(Moment moment, String format) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%') {
        text.append(c);
      } else if (++i < format.length()) {
        text.append(directive(moment, format.charAt(i)));
      } else {
        throw TemplateException.operation("a date format ends with a lone %: " + format);
      }
    }
    return text.toString();
  }

  private static String directive(Moment moment, char letter) {
    ZonedDateTime at = moment.at();
    return switch (letter) {
      case 'Y' -> padded(at.getYear(), 4);
      case 'y' -> padded(at.getYear() % 100, 2);
      case 'm' -> padded(at.getMonthValue(), 2);
      case 'd' -> padded(at.getDayOfMonth(), 2);
      case 'e' -> "%2d".formatted(at.getDayOfMonth());
      case 'j' -> padded(at.getDayOfYear(), 3);
      case 'H' -> padded(at.getHour(), 2);
      case 'I' -> padded((at.getHour() + 11) % 12 + 1, 2);
      case 'M' -> padded(at.getMinute(), 2);
      case 'S' -> padded(at.getSecond(), 2);
      case 'f' -> padded(at.getNano() / 1_000, 6);
      case 'p' -> at.getHour() < 12 ? "AM" : "PM";
      case 'a' -> at.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'A' -> at.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' -> at.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'B' -> at.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> composed(moment, letter);
    };
  }

  private static String composed(Moment moment, char letter) {
    ZonedDateTime at = moment.at();
    return switch (letter) {
      case 'w' -> Integer.toString(at.getDayOfWeek().getValue() % 7);
      case 'u' -> Integer.toString(at.getDayOfWeek().getValue());
      case 'G' -> padded(at.get(IsoFields.WEEK_BASED_YEAR), 4);
      case 'V' -> padded(at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
      case 'U' -> padded(weekFrom(at, at.getDayOfWeek().getValue() % 7), 2);
      case 'W' -> padded(weekFrom(at, at.getDayOfWeek().getValue() - 1), 2);
      case 's' -> Long.toString(at.toEpochSecond());
      case 'z' -> moment.offset("");
      case 'Z' -> zoneName(at);
      case 'F' -> format(moment, "%Y-%m-%d");
      case 'D', 'x' -> format(moment, "%m/%d/%y");
      case 'T', 'X' -> format(moment, "%H:%M:%S");
      case 'R' -> format(moment, "%H:%M");
      case 'c' -> format(moment, "%a %b %e %H:%M:%S %Y");
      default ->
          throw TemplateException.operation(
              "there is no date format %" + letter + "; %Y %m %d %H %M %S %j and others are known");
    };
  }

  /** Week of the year, whose first begins with the first day that has {@code daysIntoWeek} 0. */
  private static int weekFrom(ZonedDateTime at, int daysIntoWeek) {
    return (at.getDayOfYear() + 6 - daysIntoWeek) / 7;
  }

  private static String zoneName(ZonedDateTime at) {
    if (at.getOffset().getTotalSeconds() == 0 && at.getZone().normalized().equals(at.getOffset())) {
      return "UTC";
    }
    return java.time.format.DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at);
  }

  private static String padded(long number, int width) {
    return ("%0" + width + "d").formatted(number);
  }
}
