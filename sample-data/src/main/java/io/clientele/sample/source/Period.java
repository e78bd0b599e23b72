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
record Period(String label, int firstDay, int lastDay) {
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");
  static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM");

  static Period of(SalesCalendar calendar, int day) {
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
}
