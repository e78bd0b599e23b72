package io.clientele.jobs.schedule.template;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Python's {@code strptime} for numeric formats and English month names. */
final class Strptime {
  private static final Map<Character, String> PATTERNS =
      Map.ofEntries(
          Map.entry('Y', "\\d{4}"),
          Map.entry('y', "\\d{2}"),
          Map.entry('m', "1[0-2]|0[1-9]|[1-9]"),
          Map.entry('d', "3[01]|[12]\\d|0[1-9]|[1-9]"),
          Map.entry('j', "36[0-6]|3[0-5]\\d|[12]\\d\\d|0[1-9]\\d|00[1-9]|[1-9]\\d|0[1-9]|[1-9]"),
          Map.entry('H', "2[0-3]|[01]\\d|\\d"),
          Map.entry('M', "[0-5]\\d|\\d"),
          Map.entry('S', "6[01]|[0-5]\\d|\\d"),
          Map.entry('f', "\\d{1,6}"),
          Map.entry('b', months(TextStyle.SHORT)),
          Map.entry('B', months(TextStyle.FULL)));

  private Strptime() {}

  private static String months(TextStyle style) {
    return Arrays.stream(Month.values())
        .map(month -> month.getDisplayName(style, Locale.ENGLISH))
        .collect(Collectors.joining("|"));
  }

  static LocalDateTime parse(String text, String format) {
    Map<Character, String> found = match(text, format);
    try {
      LocalDateTime day =
          found.containsKey('j')
              ? LocalDateTime.of(year(found), 1, 1, 0, 0).withDayOfYear(number(found, 'j', 1))
              : LocalDateTime.of(year(found), month(found), number(found, 'd', 1), 0, 0);
      return day.withHour(number(found, 'H', 0))
          .withMinute(number(found, 'M', 0))
          .withSecond(number(found, 'S', 0))
          .withNano(micros(found) * 1_000);
    } catch (DateTimeException impossible) {
      throw TemplateException.operation("'" + text + "' is no date: " + impossible.getMessage());
    }
  }

  private static Map<Character, String> match(String text, String format) {
    StringBuilder pattern = new StringBuilder();
    Map<Character, Integer> places = new HashMap<>();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c == '%' && i + 1 < format.length()) {
        char letter = format.charAt(++i);
        pattern.append(letter == '%' ? "%" : group(letter, places, format));
      } else {
        pattern.append(Character.isWhitespace(c) ? "\\s+" : Pattern.quote(String.valueOf(c)));
      }
    }
    Matcher matcher = Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE).matcher(text);
    if (!matcher.matches()) {
      throw TemplateException.operation("'%s' is not written as %s".formatted(text, format));
    }
    Map<Character, String> found = new HashMap<>();
    places.forEach((letter, place) -> found.put(letter, matcher.group(place)));
    return found;
  }

  private static String group(char letter, Map<Character, Integer> places, String format) {
    String pattern = PATTERNS.get(letter);
    if (pattern == null || places.put(letter, places.size() + 1) != null) {
      throw TemplateException.operation(
          "a date cannot be read with %" + letter + " of '" + format + "'");
    }
    return "(" + pattern + ")";
  }

  private static int number(Map<Character, String> found, char letter, int fallback) {
    return found.containsKey(letter) ? Integer.parseInt(found.get(letter)) : fallback;
  }

  private static int year(Map<Character, String> found) {
    if (found.containsKey('y')) {
      int year = number(found, 'y', 0);
      return year < 69 ? 2000 + year : 1900 + year;
    }
    return Year.of(number(found, 'Y', 1900)).getValue();
  }

  private static int month(Map<Character, String> found) {
    for (char letter : new char[] {'b', 'B'}) {
      String name = found.get(letter);
      for (Month month : Month.values()) {
        String full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        if (name != null && full.regionMatches(true, 0, name, 0, 3)) {
          return month.getValue();
        }
      }
    }
    return number(found, 'm', 1);
  }

  private static int micros(Map<Character, String> found) {
    String digits = found.getOrDefault('f', "0");
    return Integer.parseInt(digits + "0".repeat(6 - digits.length()));
  }
}
