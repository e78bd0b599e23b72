package io.clientele.jobs.schedule.timetable;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

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

  /** As Python prints a timedelta or a relativedelta. */
  @Override
  public String toString() {
    return isCalendar ? calendarText() : exactText();
  }

  private String exactText() {
    Duration length = exactLength();
    String days =
        switch ((int) length.toDays()) {
          case 0 -> "";
          case 1 -> "1 day, ";
          default -> length.toDays() + " days, ";
        };
    return "%s%d:%02d:%02d"
        .formatted(days, length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart());
  }

  private String calendarText() {
    Map<String, Long> parts = new LinkedHashMap<>();
    parts.put("years", (long) period.getYears());
    parts.put("months", (long) period.getMonths());
    parts.put("days", period.getDays() + time.toDays());
    parts.put("hours", (long) time.toHoursPart());
    parts.put("minutes", (long) time.toMinutesPart());
    parts.put("seconds", (long) time.toSecondsPart());
    return parts.entrySet().stream()
        .filter(part -> part.getValue() != 0)
        .map(part -> "%s=%+d".formatted(part.getKey(), part.getValue()))
        .collect(Collectors.joining(", ", "relativedelta(", ")"));
  }
}
