package io.clientele.sample.source;

import io.clientele.sample.market.SalesCalendar;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What one file of sales covers: a month, the days of the last month before the fortnight, or a day
 * of the last fortnight.
 *
 * @param label as in the file name: yyyyMM of a whole month, else yyyyMMdd of the last day
 * @param firstDay first day it covers
 * @param lastDay last day it covers; it is delivered that night
 */
public record Period(String label, int firstDay, int lastDay) {
  public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  public static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

  public static Period of(SalesCalendar calendar, int day) {
    LocalDate date = calendar.date(day);
    if (day >= calendar.fortnight()) {
      return new Period(DAY.format(date), day, day);
    }
    int first = day - date.getDayOfMonth() + 1;
    int last = first + date.lengthOfMonth() - 1;
    if (last < calendar.fortnight()) {
      return new Period(MONTH.format(date), first, last);
    }
    int broken = calendar.fortnight() - 1;
    return new Period(DAY.format(calendar.date(broken)), first, broken);
  }

  /** The whole months that end on the day. */
  static Period months(SalesCalendar calendar, int lastDay, int months) {
    LocalDate last = calendar.date(lastDay);
    int first = calendar.day(last.plusDays(1).minusMonths(months));
    return new Period(MONTH.format(last), first, lastDay);
  }

  /** What was so before the first day; its file arrives on the first day. */
  static Period history(SalesCalendar calendar) {
    return new Period(MONTH.format(calendar.date(-1)), Integer.MIN_VALUE / 2, -1);
  }

  public boolean holds(int day) {
    return day >= firstDay && day <= lastDay;
  }
}
