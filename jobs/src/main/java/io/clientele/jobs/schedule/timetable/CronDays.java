package io.clientele.jobs.schedule.timetable;

import io.clientele.jobs.schedule.timetable.CronField.NthWeekday;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * Which days match: when both day fields are restricted, either suffices.
 *
 * @param ofMonth the day-of-month field
 * @param ofWeek the day-of-week field
 */
record CronDays(CronField ofMonth, CronField ofWeek) {
  boolean match(LocalDate date) {
    boolean hasNearest = ofMonth.nearestWorkday() > 0;
    boolean hasNth = !ofWeek.nthWeekdays().isEmpty();
    boolean inMonth = hasNearest ? isNearestWorkday(date) : isDayOfMonth(date);
    boolean inWeek = hasNth ? isNthWeekday(date) : ofWeek.has(weekday(date));
    if (ofMonth.isStar() || ofWeek.isStar()) {
      return inMonth && inWeek;
    }
    // A nearest working day and a place in the month hold in any case, as in croniter.
    return (inMonth && (!hasNth || inWeek)) || (inWeek && (!hasNearest || inMonth));
  }

  private boolean isDayOfMonth(LocalDate date) {
    return ofMonth.has(date.getDayOfMonth())
        || (ofMonth.hasLastDay() && date.getDayOfMonth() == date.lengthOfMonth());
  }

  private boolean isNthWeekday(LocalDate date) {
    int place = (date.getDayOfMonth() - 1) / 7 + 1;
    boolean isLast = date.getDayOfMonth() + 7 > date.lengthOfMonth();
    return ofWeek.nthWeekdays().contains(new NthWeekday(weekday(date), place))
        || (isLast
            && ofWeek.nthWeekdays().contains(new NthWeekday(weekday(date), NthWeekday.LAST)));
  }

  /** Monday to Friday nearest to the day of the month, within that month. */
  private boolean isNearestWorkday(LocalDate date) {
    LocalDate day = date.withDayOfMonth(Math.min(ofMonth.nearestWorkday(), date.lengthOfMonth()));
    if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
      day = day.getDayOfMonth() > 1 ? day.minusDays(1) : day.plusDays(2);
    } else if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.getDayOfMonth() < day.lengthOfMonth() ? day.plusDays(1) : day.minusDays(2);
    }
    return day.equals(date);
  }

  private static int weekday(LocalDate date) {
    return date.getDayOfWeek().getValue() % 7;
  }
}
