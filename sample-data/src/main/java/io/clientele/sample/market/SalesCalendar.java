package io.clientele.sample.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The days of the sample and how busy each is: weekday, season (two busy autumns), shops closed on
 * Sundays and holidays. Day 0 is the first day; weights average about 1.
 */
public final class SalesCalendar {
  private static final Set<MonthDay> CLOSED =
      Set.of(
          MonthDay.of(1, 1),
          MonthDay.of(5, 1),
          MonthDay.of(10, 3),
          MonthDay.of(12, 25),
          MonthDay.of(12, 26));
  private static final double[] SEASON = {
    0.72, 0.72, 0.85, 0.98, 1.08, 1.05, 1.0, 0.95, 1.12, 1.28, 1.32, 1.30
  };
  private static final double[] ONLINE_WEEK = {1.12, 1.0, 0.95, 0.95, 0.88, 0.92, 1.18};
  private static final double[] STORE_WEEK = {0.95, 0.95, 1.0, 1.05, 1.3, 1.85, 0};

  private static final int FUTURE_DAYS = 120;

  private final LocalDate start;
  private final int days;
  private final double[] onlineUntil;
  private final double[] storeUntil;

  public SalesCalendar(LocalDate start, int months) {
    this.start = start;
    this.days = (int) (start.plusMonths(months).toEpochDay() - start.toEpochDay());
    this.onlineUntil = new double[knownDays() + 1];
    this.storeUntil = new double[knownDays() + 1];
    for (int day = 0; day < knownDays(); day++) {
      onlineUntil[day + 1] = onlineUntil[day] + weight(day, ONLINE_WEEK);
      storeUntil[day + 1] = storeUntil[day] + (isOpen(day) ? weight(day, STORE_WEEK) : 0);
    }
  }

  public int days() {
    return days;
  }

  /** Days until which it is known who will buy, 120 days behind the last day of the sample. */
  public int knownDays() {
    return days + FUTURE_DAYS;
  }

  public LocalDate date(int day) {
    return start.plusDays(day);
  }

  public int day(LocalDate date) {
    return (int) (date.toEpochDay() - start.toEpochDay());
  }

  /** Months since the first, 0-based. */
  public int month(int day) {
    LocalDate date = date(day);
    return (date.getYear() - start.getYear()) * 12 + date.getMonthValue() - start.getMonthValue();
  }

  /** Busy time before the day, in average days. */
  public double until(int day, Channel channel) {
    return (channel == Channel.ONLINE ? onlineUntil : storeUntil)[Math.min(day, knownDays())];
  }

  /** Whether the stores are open. */
  public boolean isOpen(int day) {
    LocalDate date = date(day);
    return date.getDayOfWeek() != DayOfWeek.SUNDAY && !CLOSED.contains(MonthDay.from(date));
  }

  /** First day of the last fortnight, from which systems deliver daily. */
  public int fortnight() {
    return days - 14;
  }

  /** Open days of the last fortnight. */
  public List<Integer> openDaysOfFortnight() {
    List<Integer> open = new ArrayList<>();
    for (int day = fortnight(); day < days; day++) {
      if (isOpen(day)) {
        open.add(day);
      }
    }
    return open;
  }

  private double weight(int day, double[] week) {
    LocalDate date = date(day);
    return SEASON[date.getMonthValue() - 1] * week[date.getDayOfWeek().getValue() - 1];
  }
}
