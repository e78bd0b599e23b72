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

  /** A month means its last day; empty when the name has no day in it. */
  static Optional<LocalDate> of(String fileName, DatePattern pattern) {
    Matcher matcher = Pattern.compile(pattern.regex()).matcher(fileName);
    if (!matcher.find()) {
      return Optional.empty();
    }
    try {
      TemporalAccessor found =
          DateTimeFormatter.ofPattern(pattern.format(), Locale.ROOT).parse(matcher.group(1));
      return Optional.of(
          found.isSupported(ChronoField.DAY_OF_MONTH)
              ? LocalDate.from(found)
              : YearMonth.from(found).atEndOfMonth());
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }
}
