package io.clientele.jobs.schedule.dagfile;

import io.clientele.jobs.schedule.timetable.Delta;
import java.time.Duration;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of type timedelta and relativedelta. */
final class Durations {
  static final String TIMEDELTA = "datetime.timedelta";
  static final String RELATIVEDELTA = "dateutil.relativedelta.relativedelta";

  private static final List<String> TIMEDELTA_UNITS =
      List.of("days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks");
  private static final Map<String, Duration> LENGTHS =
      Map.of(
          "days", Duration.ofDays(1),
          "seconds", Duration.ofSeconds(1),
          "microseconds", Duration.ofNanos(1_000),
          "milliseconds", Duration.ofMillis(1),
          "minutes", Duration.ofMinutes(1),
          "hours", Duration.ofHours(1),
          "weeks", Duration.ofDays(7));
  private static final List<String> CALENDAR_UNITS = List.of("years", "months", "weeks", "days");
  private static final List<String> CLOCK_UNITS =
      List.of("hours", "minutes", "seconds", "microseconds");

  private Durations() {}

  /** A timedelta. */
  static Optional<Duration> exact(YamlValue value, Problems problems) {
    if (value.content() instanceof Typed typed && typed.type().equals(TIMEDELTA)) {
      return timedelta(value, typed, problems);
    }
    problems.refuse(
        value.place(),
        "it is " + value.shown() + ", expected a duration",
        "write {__type__: datetime.timedelta, minutes: 5}");
    return Optional.empty();
  }

  /** A timedelta, or a number of seconds. */
  static Optional<Duration> exactOrSeconds(YamlValue value, Problems problems) {
    if (value.content() instanceof Long || value.content() instanceof Double) {
      double seconds = ((Number) value.content()).doubleValue();
      return notNegative(value, Duration.ofNanos(Math.round(seconds * 1e9)), problems);
    }
    return exact(value, problems);
  }

  /** A timedelta or relativedelta. */
  static Optional<Delta> delta(YamlValue value, Problems problems) {
    if (value.content() instanceof Typed typed && typed.type().equals(RELATIVEDELTA)) {
      return calendar(value, typed, problems);
    }
    return exact(value, problems).map(Delta::exact);
  }

  private static Optional<Duration> timedelta(YamlValue value, Typed typed, Problems problems) {
    Map<String, YamlValue> units = new HashMap<>(typed.named());
    for (int i = 0; i < typed.positional().size(); i++) {
      String unit = i < TIMEDELTA_UNITS.size() ? TIMEDELTA_UNITS.get(i) : "?";
      units.put(unit, typed.positional().get(i));
    }
    Duration total = Duration.ZERO;
    for (Map.Entry<String, YamlValue> unit : units.entrySet()) {
      Duration length = LENGTHS.get(unit.getKey());
      if (length == null || !(unit.getValue().content() instanceof Number number)) {
        return refused(value, unit, TIMEDELTA_UNITS, problems);
      }
      total = total.plus(times(length, number));
    }
    return notNegative(value, total, problems);
  }

  private static Duration times(Duration length, Number number) {
    return number instanceof Long whole
        ? length.multipliedBy(whole)
        : Duration.ofNanos(Math.round(length.toNanos() * number.doubleValue()));
  }

  private static Optional<Delta> calendar(YamlValue value, Typed typed, Problems problems) {
    int months = 0;
    int days = 0;
    Duration time = Duration.ZERO;
    for (Map.Entry<String, YamlValue> unit : typed.named().entrySet()) {
      boolean isKnown =
          CALENDAR_UNITS.contains(unit.getKey()) || CLOCK_UNITS.contains(unit.getKey());
      if (!isKnown || !(unit.getValue().content() instanceof Long number) || number < 0) {
        return refused(value, unit, CALENDAR_UNITS, problems);
      }
      switch (unit.getKey()) {
        case "years" -> months += Math.toIntExact(12 * number);
        case "months" -> months += Math.toIntExact(number);
        case "weeks" -> days += Math.toIntExact(7 * number);
        case "days" -> days += Math.toIntExact(number);
        default -> time = time.plus(LENGTHS.get(unit.getKey()).multipliedBy(number));
      }
    }
    if (!typed.positional().isEmpty()) {
      problems.refuse(value.place(), "relativedelta takes no list", "name its units");
    }
    return Optional.of(Delta.calendar(Period.of(months / 12, months % 12, days), time));
  }

  private static <T> Optional<T> refused(
      YamlValue value, Map.Entry<String, YamlValue> unit, List<String> units, Problems problems) {
    problems.refuse(
        unit.getValue().place(),
        "%s: %s is no unit with a number that is accepted"
            .formatted(unit.getKey(), unit.getValue().shown()),
        "write one of %s with a number in %s"
            .formatted(String.join(", ", units), value.place().path()));
    return Optional.empty();
  }

  private static Optional<Duration> notNegative(
      YamlValue value, Duration duration, Problems problems) {
    if (duration.isNegative()) {
      problems.refuse(value.place(), "it is negative", "write a duration of 0 or more");
      return Optional.empty();
    }
    return Optional.of(duration);
  }
}
