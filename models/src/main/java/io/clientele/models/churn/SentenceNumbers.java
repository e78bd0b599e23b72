package io.clientele.models.churn;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in sentences: {@code {n:x}} whole, {@code {n1:x}} with one decimal, {@code {days:x}} with
 * its noun. Thousands are separated by a comma; halves are rounded up.
 */
final class SentenceNumbers {
  private static final Pattern NUMBER = Pattern.compile("\\{(n|n1|days):([^}]+)}");

  private SentenceNumbers() {}

  static String expand(String sentence) {
    Matcher matcher = NUMBER.matcher(sentence);
    StringBuilder sql = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          sql, Matcher.quoteReplacement(number(matcher.group(1), matcher.group(2))));
    }
    return matcher.appendTail(sql).toString();
  }

  private static String number(String form, String value) {
    String whole = "format_number(round(" + value + ", 0), 0)";
    return switch (form) {
      case "n1" -> "format_number(round(" + value + ", 1), 1)";
      case "days" -> "concat(" + whole + ", if(round(" + value + ", 0) = 1, ' day', ' days'))";
      default -> whole;
    };
  }
}
