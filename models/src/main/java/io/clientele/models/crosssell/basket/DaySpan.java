package io.clientele.models.crosssell.basket;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A span of business days, half open, in days since 1970. Baskets without a day lie in {@link #ALL}
 * alone.
 */
public record DaySpan(int from, int to) implements Serializable {
  /** Every basket, also one without a day. */
  public static final DaySpan ALL = new DaySpan(Integer.MIN_VALUE, Integer.MAX_VALUE);

  /** Day of a basket whose day is not known. */
  static final int NO_DAY = Integer.MIN_VALUE;

  public static DaySpan before(LocalDate day) {
    return new DaySpan(NO_DAY + 1, Math.toIntExact(day.toEpochDay()));
  }

  public static DaySpan from(LocalDate day) {
    return new DaySpan(Math.toIntExact(day.toEpochDay()), Integer.MAX_VALUE);
  }

  boolean contains(int day) {
    return day >= from && day < to;
  }
}
