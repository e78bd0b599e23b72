package io.clientele.sample.source;

import io.clientele.sample.market.Channel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** When on a day: the place in the day's walk as a local time, evenings busier in the web shop. */
public final class TimeOfDay {
  private static final double[] ONLINE = {
    2, 1, .5, .5, .5, 1, 2, 3, 4, 5, 6, 6, 7, 6, 5, 5, 5, 6, 7, 9, 11, 11, 8, 4
  };
  private static final double[] STORE = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 6, 8, 9, 8, 7, 8, 9, 11, 10, 5, 0, 0, 0, 0
  };

  private TimeOfDay() {}

  /** Local time of the place, a number in [0, 1) of the day's comers; ascends with it. */
  public static LocalDateTime at(LocalDate date, Channel channel, double place) {
    double[] hours = channel == Channel.ONLINE ? ONLINE : STORE;
    double total = 0;
    for (double weight : hours) {
      total += weight;
    }
    double left = place * total;
    int hour = 0;
    while (hour < 23 && left >= hours[hour]) {
      left -= hours[hour++];
    }
    int second = (int) Math.min(3_599, left / hours[hour] * 3_600);
    return date.atTime(existing(date, hour), second / 60, second % 60);
  }

  /** In the night of the last Sunday of March the clock jumps from two to three. */
  private static int existing(LocalDate date, int hour) {
    boolean isJump =
        date.getMonthValue() == 3
            && date.getDayOfWeek() == DayOfWeek.SUNDAY
            && date.getDayOfMonth() > 24;
    return isJump && hour == 2 ? 3 : hour;
  }
}
