package io.clientele.jobs.schedule.template;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** First and last microsecond of a unit that holds a point in time; weeks begin on Monday. */
final class StartOf {
  private StartOf() {}

  static Moment start(Moment moment, Arguments given) {
    return moment.atWallTime(first(wall(moment), unit(given)));
  }

  static Moment end(Moment moment, Arguments given) {
    String unit = unit(given);
    LocalDateTime next = next(first(wall(moment), unit), unit);
    return moment.atWallTime(next.minus(1, ChronoUnit.MICROS));
  }

  private static LocalDateTime wall(Moment moment) {
    return moment.at().toLocalDateTime();
  }

  private static String unit(Arguments given) {
    return PythonValues.string(given.all("unit").get(0));
  }

  private static LocalDateTime first(LocalDateTime wall, String unit) {
    LocalDateTime day = wall.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case "second" -> wall.truncatedTo(ChronoUnit.SECONDS);
      case "minute" -> wall.truncatedTo(ChronoUnit.MINUTES);
      case "hour" -> wall.truncatedTo(ChronoUnit.HOURS);
      case "day" -> day;
      case "week" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case "month" -> day.withDayOfMonth(1);
      case "year" -> day.withDayOfYear(1);
      default ->
          throw TemplateException.operation(
              "there is no unit '%s'; there are second, minute, hour, day, week, month, year"
                  .formatted(unit));
    };
  }

  private static LocalDateTime next(LocalDateTime first, String unit) {
    return switch (unit) {
      case "second" -> first.plusSeconds(1);
      case "minute" -> first.plusMinutes(1);
      case "hour" -> first.plusHours(1);
      case "day" -> first.plusDays(1);
      case "week" -> first.plusWeeks(1);
      case "month" -> first.plusMonths(1);
      default -> first.plusYears(1);
    };
  }
}
