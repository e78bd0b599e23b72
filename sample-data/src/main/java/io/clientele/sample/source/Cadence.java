package io.clientele.sample.source;

import io.clientele.sample.market.SalesCalendar;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** How often an entity is delivered; a file is due at the end of the last day of its period. */
public enum Cadence {
  /** Monthly, daily in the last fortnight. */
  MONTHLY_THEN_DAILY(false),
  /** Monthly; what was so before the first day comes first, on the first day. */
  HISTORY_THEN_MONTHLY(true),
  MONTHLY(false),
  /** Whole on the first day, then at the end of every half year. */
  HALF_YEARLY(true);

  private static final int MONTHS_BETWEEN = 6;

  private final boolean hasHistory;

  Cadence(boolean hasHistory) {
    this.hasHistory = hasHistory;
  }

  /** Whether the first file holds what was so before the first day. */
  boolean hasHistory() {
    return hasHistory;
  }

  boolean isDue(SalesCalendar calendar, int day) {
    LocalDate tomorrow = calendar.date(day + 1);
    return switch (this) {
      case MONTHLY_THEN_DAILY -> Period.of(calendar, day).lastDay() == day;
      case HISTORY_THEN_MONTHLY, MONTHLY -> tomorrow.getDayOfMonth() == 1;
      case HALF_YEARLY ->
          tomorrow.getDayOfMonth() == 1 && (calendar.month(day) + 1) % MONTHS_BETWEEN == 0;
    };
  }

  /** The period that ends on a day on which a file is due. */
  Period period(SalesCalendar calendar, int day) {
    return switch (this) {
      case MONTHLY_THEN_DAILY -> Period.of(calendar, day);
      case HISTORY_THEN_MONTHLY, MONTHLY -> Period.months(calendar, day, 1);
      case HALF_YEARLY -> Period.months(calendar, day, MONTHS_BETWEEN);
    };
  }

  /** Days at whose end a file is written, -1 for what was so before the first day. */
  public List<Integer> fileDays(SalesCalendar calendar) {
    return IntStream.range(-1, calendar.days())
        .filter(day -> day < 0 || isDue(calendar, day))
        .boxed()
        .toList();
  }
}
