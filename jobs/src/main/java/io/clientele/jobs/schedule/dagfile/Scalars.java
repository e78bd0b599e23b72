package io.clientele.jobs.schedule.dagfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain scalars as PyYAML (YAML 1.1) reads them for Airflow. What YAML 1.2 reads otherwise is
 * refused: a reader of the file could not know.
 */
final class Scalars {
  private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
  private static final Map<String, Boolean> TRUTHS =
      Map.of(
          "true", true, "True", true, "TRUE", true, "false", false, "False", false, "FALSE", false);
  private static final Pattern OLD_TRUTH =
      Pattern.compile("yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF");
  private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?[0-9]+\\.[0-9]*([eE][-+][0-9]+)?|[-+]?\\.[0-9]+([eE][-+][0-9]+)?");
  private static final Pattern OCTAL = Pattern.compile("[-+]?0[0-7_]+");
  private static final Pattern SEXAGESIMAL =
      Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
  private static final Pattern OTHER_NUMBER =
      Pattern.compile(
          "[-+]?0b[01_]+|[-+]?0x[0-9a-fA-F_]+|0o[0-7]+"
              + "|[-+]?[0-9][0-9_]*_[0-9_]*(\\.[0-9_]*)?|[-+]?0[0-9]*[89][0-9]*"
              + "|[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)[eE][-+]?[0-9]+"
              + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DATE_TIME =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt]|[ \\t]+)(\\d{1,2}):(\\d{2}):(\\d{2})(?:\\.(\\d*))?"
              + "(?<offset>[ \\t]*(?:Z|[-+]\\d{1,2}(?::?\\d{2})?))?");

  private Scalars() {}

  /** A value, or why it is refused. */
  record Read(Object value, Optional<String> trap, Optional<String> offset) {
    static Read of(Object value) {
      return new Read(value, Optional.empty(), Optional.empty());
    }

    static Read trap(String text, String meaning) {
      return new Read(text, Optional.of(meaning), Optional.empty());
    }
  }

  static Read plain(String text) {
    if (NULLS.contains(text)) {
      return Read.of(null);
    } else if (TRUTHS.containsKey(text)) {
      return Read.of(TRUTHS.get(text));
    } else if (OLD_TRUTH.matcher(text).matches()) {
      return Read.trap(text, "is a truth value for Airflow (YAML 1.1) and a text for others");
    } else if (INTEGER.matcher(text).matches()) {
      return integer(text);
    } else if (OCTAL.matcher(text).matches()) {
      return Read.trap(text, "is an octal number for Airflow (YAML 1.1)");
    } else if (SEXAGESIMAL.matcher(text).matches()) {
      return Read.trap(text, "counts sixties for Airflow (YAML 1.1: 1:30 is 90)");
    } else if (DECIMAL.matcher(text).matches()) {
      return Read.of(Double.parseDouble(text));
    } else if (OTHER_NUMBER.matcher(text).matches()) {
      return Read.trap(text, "is a number for one YAML version and a text for another");
    }
    return date(text);
  }

  private static Read integer(String text) {
    try {
      return Read.of(Long.parseLong(text));
    } catch (NumberFormatException tooLong) {
      return Read.trap(text, "is a number of more than 64 bits");
    }
  }

  private static Read date(String text) {
    Matcher matcher = DATE_TIME.matcher(text);
    try {
      if (DATE.matcher(text).matches()) {
        return Read.of(LocalDate.parse(text));
      } else if (matcher.matches()) {
        return new Read(
            dateTime(matcher), Optional.empty(), Optional.ofNullable(matcher.group("offset")));
      }
    } catch (DateTimeException impossible) {
      return Read.trap(text, "is no date of the calendar");
    }
    return Read.of(text);
  }

  private static LocalDateTime dateTime(Matcher matcher) {
    String fraction = Optional.ofNullable(matcher.group(7)).orElse("");
    String micros = (fraction + "000000").substring(0, 6);
    return LocalDateTime.of(
        number(matcher, 1),
        number(matcher, 2),
        number(matcher, 3),
        number(matcher, 4),
        number(matcher, 5),
        number(matcher, 6),
        Integer.parseInt(micros) * 1_000);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
