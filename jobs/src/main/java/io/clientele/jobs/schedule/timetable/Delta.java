package io.clientele.jobs.schedule.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * A step in time: exact (Python's timedelta) or by the calendar (dateutil's relativedelta).
 *
 * @param period years, months and days; months are clamped to their end and are path dependent
 * @param time the exact part
 * @param isCalendar whether it was written as relativedelta
 */
public record Delta(Period period, Duration time, boolean isCalendar) {
  public static final Delta ZERO = exact(Duration.ZERO);

  public static Delta exact(Duration time) {
    return new Delta(Period.ZERO, time, false);
  }

  public static Delta calendar(Period period, Duration time) {
    return new Delta(period, time, true);
  }

  public boolean isZero() {
    return period.isZero() && time.isZero();
  }

  /** Whether the end of a month can shorten it. */
  boolean hasMonths() {
    return period.toTotalMonths() != 0;
  }

  /** Its length without months: days of 24 hours. */
  Duration exactLength() {
    return Duration.ofDays(period.getDays()).plus(time);
  }

  Instant after(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).plus(period).plus(time).toInstant();
  }

  Instant before(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).minus(period).minus(time).toInstant();
  }
}
