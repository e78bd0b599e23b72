package io.clientele.jobs.schedule.template;

import static io.clientele.jobs.schedule.template.Members.Member.attribute;
import static io.clientele.jobs.schedule.template.Members.Member.method;
import static io.clientele.jobs.schedule.template.Shape.Type.MOMENT;
import static io.clientele.jobs.schedule.template.Shape.Type.NUMBER;
import static io.clientele.jobs.schedule.template.Shape.Type.TEXT;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Attributes and methods of a point in time, as pendulum has them. */
final class MomentMembers {
  private static final String[] UNITS = {
    "years", "months", "weeks", "days", "hours", "minutes", "seconds", "microseconds"
  };
  private static final String[] FIELDS = {
    "year", "month", "day", "hour", "minute", "second", "microsecond"
  };

  static final Map<String, Members.Member> ALL = all();

  private MomentMembers() {}

  private static Map<String, Members.Member> all() {
    Map<String, Members.Member> all = new HashMap<>();
    all.put("year", field(ChronoField.YEAR));
    all.put("month", field(ChronoField.MONTH_OF_YEAR));
    all.put("day", field(ChronoField.DAY_OF_MONTH));
    all.put("hour", field(ChronoField.HOUR_OF_DAY));
    all.put("minute", field(ChronoField.MINUTE_OF_HOUR));
    all.put("second", field(ChronoField.SECOND_OF_MINUTE));
    all.put("microsecond", field(ChronoField.MICRO_OF_SECOND));
    all.put("day_of_year", field(ChronoField.DAY_OF_YEAR));
    all.put("int_timestamp", field(ChronoField.INSTANT_SECONDS));
    all.put("quarter", attribute(NUMBER, self -> (at(self).getMonthValue() + 2L) / 3));
    all.put("timestamp", method(NUMBER, (self, none) -> timestamp(at(self, none))));
    all.put("weekday", method(NUMBER, (self, none) -> weekday(at(self, none)) - 1));
    all.put("isoweekday", method(NUMBER, (self, none) -> weekday(at(self, none))));
    all.put("isoformat", method(TEXT, (self, given) -> isoFormat(self, given)));
    all.put("strftime", method(TEXT, MomentMembers::strftime));
    all.put("to_date_string", method(TEXT, (self, none) -> day(at(self, none))));
    all.put("to_datetime_string", method(TEXT, (self, none) -> dayAndTime(at(self, none))));
    all.put("add", method(MOMENT, (self, given) -> shift((Moment) self, given, 1)));
    all.put("subtract", method(MOMENT, (self, given) -> shift((Moment) self, given, -1)));
    all.put("replace", method(MOMENT, (self, given) -> replace((Moment) self, given)));
    all.put("in_timezone", method(MOMENT, (self, given) -> in((Moment) self, given)));
    all.put("in_tz", method(MOMENT, (self, given) -> in((Moment) self, given)));
    all.put("start_of", method(MOMENT, (self, given) -> StartOf.start((Moment) self, given)));
    all.put("end_of", method(MOMENT, (self, given) -> StartOf.end((Moment) self, given)));
    return Map.copyOf(all);
  }

  private static Members.Member field(TemporalField field) {
    return attribute(NUMBER, self -> at(self).getLong(field));
  }

  private static ZonedDateTime at(Object self) {
    return ((Moment) self).at();
  }

  private static ZonedDateTime at(Object self, Arguments none) {
    none.all();
    return at(self);
  }

  private static long weekday(ZonedDateTime at) {
    return at.getDayOfWeek().getValue();
  }

  private static double timestamp(ZonedDateTime at) {
    return at.toEpochSecond() + at.get(ChronoField.MICRO_OF_SECOND) / 1e6;
  }

  private static String isoFormat(Object self, Arguments given) {
    Object separator = Arguments.Missing.or(given.bind("sep").get(0), "T");
    return ((Moment) self).iso(PythonValues.string(separator).charAt(0));
  }

  private static String strftime(Object self, Arguments given) {
    return Strftime.format((Moment) self, PythonValues.string(given.all("fmt").get(0)));
  }

  private static String day(ZonedDateTime at) {
    return at.toLocalDate().toString();
  }

  private static String dayAndTime(ZonedDateTime at) {
    return day(at) + " %02d:%02d:%02d".formatted(at.getHour(), at.getMinute(), at.getSecond());
  }

  private static Moment in(Moment self, Arguments given) {
    String zone = PythonValues.string(given.all("tz").get(0));
    try {
      return self.in(ZoneId.of(zone));
    } catch (DateTimeException unknown) {
      throw TemplateException.operation("there is no time zone '" + zone + "'");
    }
  }

  /** Units of a day and more move the wall time, smaller ones alone the instant. */
  private static Moment shift(Moment self, Arguments given, int sign) {
    List<Object> amounts = given.bind(UNITS);
    long[] units = new long[UNITS.length];
    for (int i = 0; i < units.length; i++) {
      Object amount = Arguments.Missing.or(amounts.get(i), 0L);
      units[i] = sign * PythonValues.integer(amount);
    }
    Duration time =
        Duration.ofHours(units[4])
            .plusMinutes(units[5])
            .plusSeconds(units[6])
            .plusNanos(units[7] * 1_000);
    if (units[0] == 0 && units[1] == 0 && units[2] == 0 && units[3] == 0) {
      return self.plus(time);
    }
    LocalDateTime wall =
        self.at()
            .toLocalDateTime()
            .plusMonths(units[0] * 12 + units[1])
            .plusDays(units[2] * 7 + units[3])
            .plus(time);
    return self.atWallTime(wall);
  }

  private static Moment replace(Moment self, Arguments given) {
    List<Object> values = given.bind(FIELDS);
    LocalDateTime wall = self.at().toLocalDateTime();
    ChronoField[] fields = {
      ChronoField.YEAR,
      ChronoField.MONTH_OF_YEAR,
      ChronoField.DAY_OF_MONTH,
      ChronoField.HOUR_OF_DAY,
      ChronoField.MINUTE_OF_HOUR,
      ChronoField.SECOND_OF_MINUTE,
      ChronoField.MICRO_OF_SECOND
    };
    int[] numbers = new int[fields.length];
    for (int i = 0; i < fields.length; i++) {
      Object given1 = values.get(i);
      numbers[i] =
          given1 == Arguments.Missing.VALUE
              ? wall.get(fields[i])
              : Math.toIntExact(PythonValues.integer(given1));
    }
    try {
      return self.atWallTime(
          LocalDateTime.of(
              numbers[0],
              numbers[1],
              numbers[2],
              numbers[3],
              numbers[4],
              numbers[5],
              numbers[6] * 1_000));
    } catch (DateTimeException impossible) {
      throw TemplateException.operation("replace(): " + impossible.getMessage());
    }
  }
}
