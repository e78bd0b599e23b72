package io.clientele.etl.landing;

import io.clientele.etl.source.EntityDeclaration.DatePattern;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The business day that a file name says. */
final class DeliveryDay {
  private DeliveryDay() {}

  /** By the first format that fits; a month means its last day; empty when the name has no day. */
  static Optional<LocalDate> of(String fileName, DatePattern pattern) {
    Matcher matcher = Pattern.compile(pattern.regex()).matcher(fileName);
    if (!matcher.find()) {
      return Optional.empty();
    }
    return pattern.formats().stream()
        .flatMap(format -> day(matcher.group(1), format).stream())
        .findFirst();
  }

  private static Optional<LocalDate> day(String text, String format) {
    try {
      TemporalAccessor found = DateTimeFormatter.ofPattern(format, Locale.ROOT).parse(text);
      return Optional.of(
          found.isSupported(ChronoField.DAY_OF_MONTH)
              ? LocalDate.from(found)
              : YearMonth.from(found).atEndOfMonth());
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
