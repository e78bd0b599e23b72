package io.clientele.jobs.schedule.timetable;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * One field of a cron expression.
 *
 * @param values the numbers it lists
 * @param isStar whether it restricts nothing
 * @param hasLastDay whether it names the last day of the month
 * @param nearestWorkday a day of the month, to be moved to its nearest working day; 0 = none
 * @param nthWeekdays weekdays by their place in the month
 */
record CronField(
    NavigableSet<Integer> values,
    boolean isStar,
    boolean hasLastDay,
    int nearestWorkday,
    Set<NthWeekday> nthWeekdays) {

  /**
   * A weekday by its place in the month.
   *
   * @param weekday 0 = Sunday
   * @param place 1 to 5; 0 = the last
   */
  record NthWeekday(int weekday, int place) {
    static final int LAST = 0;
  }

  boolean has(int value) {
    return isStar || values.contains(value);
  }

  /** All numbers that match, ascending. */
  NavigableSet<Integer> matches(CronUnit unit) {
    if (!isStar) {
      return values;
    }
    NavigableSet<Integer> all = new TreeSet<>();
    for (int value = unit.min; value <= unit.max; value++) {
      all.add(value);
    }
    return all;
  }
}
