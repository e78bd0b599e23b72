package io.clientele.jobs.schedule.timetable;

import static io.clientele.jobs.schedule.timetable.CronUnit.DAY_OF_MONTH;
import static io.clientele.jobs.schedule.timetable.CronUnit.DAY_OF_WEEK;
import static io.clientele.jobs.schedule.timetable.CronUnit.HOUR;
import static io.clientele.jobs.schedule.timetable.CronUnit.MINUTE;
import static io.clientele.jobs.schedule.timetable.CronUnit.MONTH;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;

/** A cron expression of five fields, or a preset, read as croniter reads it. */
public final class CronExpression {
  private static final Map<String, String> PRESETS =
      Map.of(
          "@hourly", "0 * * * *",
          "@daily", "0 0 * * *",
          "@midnight", "0 0 * * *",
          "@weekly", "0 0 * * 0",
          "@monthly", "0 0 1 * *",
          "@quarterly", "0 0 1 */3 *",
          "@yearly", "0 0 1 1 *",
          "@annually", "0 0 1 1 *");

  /** How many years a tick is searched for. */
  private static final int SEARCHED_YEARS = 50;

  private final String source;
  private final String text;
  private final NavigableSet<Integer> minutes;
  private final NavigableSet<Integer> hours;
  private final NavigableSet<Integer> months;
  private final CronDays days;
  private final boolean coversEveryHour;
  private final boolean isContradiction;

  private CronExpression(String source, String text, List<String> fields) {
    this.source = source;
    this.text = text;
    this.minutes = CronFieldParser.parse(MINUTE, fields.get(0), "").matches(MINUTE);
    this.hours = CronFieldParser.parse(HOUR, fields.get(1), "").matches(HOUR);
    this.months = CronFieldParser.parse(MONTH, fields.get(3), "").matches(MONTH);
    this.days =
        new CronDays(
            CronFieldParser.parse(DAY_OF_MONTH, fields.get(2), fields.get(4)),
            CronFieldParser.parse(DAY_OF_WEEK, fields.get(4), fields.get(2)));
    this.coversEveryHour = CronFieldParser.coversAll(HOUR, fields.get(1));
    this.isContradiction = days.isContradiction(months);
  }

  /**
   * Reads an expression or a preset.
   *
   * @throws CronException when it cannot be read
   */
  public static CronExpression parse(String source) {
    String text = PRESETS.getOrDefault(preset(source), source.strip());
    List<String> fields = List.of(text.toLowerCase(Locale.ROOT).split("\\s+"));
    if (fields.size() != CronUnit.values().length) {
      throw new CronException(
          source, "it has " + fields.size() + " fields, not minute, hour, day, month and weekday");
    }
    try {
      return new CronExpression(source, text, fields);
    } catch (CronException e) {
      throw new CronException(source, e.getMessage());
    }
  }

  /** Only Airflow knows {@code @quarterly}, and only in small letters; croniter knows the rest. */
  private static String preset(String source) {
    String small = source.toLowerCase(Locale.ROOT);
    return small.equals("@quarterly") ? source : small;
  }

  /** As it was written. */
  public String source() {
    return source;
  }

  /** The five fields, a preset resolved. */
  public String text() {
    return text;
  }

  /** Whether the hours restrict nothing, so that ticks go on through a clock change. */
  boolean coversEveryHour() {
    return coversEveryHour;
  }

  /** The first tick after a wall-clock time. */
  LocalDateTime next(LocalDateTime after) {
    LocalDateTime from = after.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    LocalTime time = atOrAfter(from.toLocalTime());
    LocalDate date = time == null ? from.toLocalDate().plusDays(1) : from.toLocalDate();
    LocalDate last = after.toLocalDate().plusYears(SEARCHED_YEARS);
    for (LocalDate day = date; !isContradiction && !day.isAfter(last); day = dayAfter(day)) {
      if (months.contains(day.getMonthValue()) && days.match(day)) {
        boolean isFirstDay = day.equals(from.toLocalDate());
        return day.atTime(isFirstDay ? time : LocalTime.of(hours.first(), minutes.first()));
      }
    }
    throw neverFires(after);
  }

  /** The last tick before a wall-clock time. */
  LocalDateTime previous(LocalDateTime before) {
    LocalDateTime to = before.minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
    LocalTime time = atOrBefore(to.toLocalTime());
    LocalDate date = time == null ? to.toLocalDate().minusDays(1) : to.toLocalDate();
    LocalDate first = before.toLocalDate().minusYears(SEARCHED_YEARS);
    for (LocalDate day = date; !isContradiction && !day.isBefore(first); day = dayBefore(day)) {
      if (months.contains(day.getMonthValue()) && days.match(day)) {
        boolean isLastDay = day.equals(to.toLocalDate());
        return day.atTime(isLastDay ? time : LocalTime.of(hours.last(), minutes.last()));
      }
    }
    throw neverFires(before);
  }

  /** The next day that may match: months that do not are passed over at once. */
  private LocalDate dayAfter(LocalDate day) {
    return months.contains(day.getMonthValue())
        ? day.plusDays(1)
        : day.withDayOfMonth(1).plusMonths(1);
  }

  private LocalDate dayBefore(LocalDate day) {
    return months.contains(day.getMonthValue())
        ? day.minusDays(1)
        : day.withDayOfMonth(1).minusDays(1);
  }

  /** The first time of day that matches, or null when the day has none left. */
  private LocalTime atOrAfter(LocalTime time) {
    Integer minute = minutes.ceiling(time.getMinute());
    if (hours.contains(time.getHour()) && minute != null) {
      return LocalTime.of(time.getHour(), minute);
    }
    Integer hour = hours.higher(time.getHour());
    return hour == null ? null : LocalTime.of(hour, minutes.first());
  }

  private LocalTime atOrBefore(LocalTime time) {
    Integer minute = minutes.floor(time.getMinute());
    if (hours.contains(time.getHour()) && minute != null) {
      return LocalTime.of(time.getHour(), minute);
    }
    Integer hour = hours.lower(time.getHour());
    return hour == null ? null : LocalTime.of(hour, minutes.last());
  }

  private IllegalStateException neverFires(LocalDateTime time) {
    return new IllegalStateException(
        "Cannot find a tick of '%s': no day within %d years of %s matches; correct the schedule."
            .formatted(source, SEARCHED_YEARS, time));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronExpression expression && expression.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
