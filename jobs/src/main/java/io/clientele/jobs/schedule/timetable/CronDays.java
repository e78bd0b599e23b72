package io.clientele.jobs.schedule.timetable;

import io.clientele.jobs.schedule.timetable.CronField.NthWeekday;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * Which days match: when both day fields are restricted, either suffices.
 *
 * @param ofMonth the day-of-month field
 * @param ofWeek the day-of-week field
 */
record CronDays(CronField ofMonth, CronField ofWeek) {
  /** Years after which weekdays and leap days repeat. */
  private static final int CYCLE = 28;

  boolean match(LocalDate date) {
    return isEither() ? matchesByMonth(date) || matchesByWeek(date) : inMonth(date) && inWeek(date);
  }

  /**
   * Whether no day can ever match. With a nearest working day or a weekday's place in the month,
   * which hold in any case, one impossible side suffices: croniter then finds nothing either.
   */
  boolean isContradiction(Set<Integer> months) {
    if (!isEither() || (!hasNearest() && !hasNth())) {
      return false;
    }
    LocalDate start = LocalDate.of(2000, 1, 1);
    List<LocalDate> days =
        start
            .datesUntil(start.plusYears(CYCLE))
            .filter(day -> months.contains(day.getMonthValue()))
            .toList();
    return days.stream().noneMatch(this::matchesByMonth)
        || days.stream().noneMatch(this::matchesByWeek);
  }

  private boolean isEither() {
    return !ofMonth.isStar() && !ofWeek.isStar();
  }

  private boolean matchesByMonth(LocalDate date) {
    return inMonth(date) && (!hasNth() || inWeek(date));
  }

  private boolean matchesByWeek(LocalDate date) {
    return inWeek(date) && (!hasNearest() || inMonth(date));
  }

  private boolean hasNearest() {
    return ofMonth.nearestWorkday() > 0;
  }

  private boolean hasNth() {
    return !ofWeek.nthWeekdays().isEmpty();
  }

  private boolean inMonth(LocalDate date) {
    return hasNearest() ? isNearestWorkday(date) : isDayOfMonth(date);
  }

  private boolean inWeek(LocalDate date) {
    return hasNth() ? isNthWeekday(date) : ofWeek.has(weekday(date));
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
