package io.clientele.sample.people;

import io.clientele.sample.market.Channel;

/**
 * The best guess that anybody can make: the chance of no purchase from a day on, given the person's
 * true purchase rate, rhythm and drop-out rate and the last purchase, but neither the throws nor
 * whether the person has already left. With D the first day after leaving and s the day of the last
 * purchase,
 *
 * <p>A(d) = P(D &gt; d and no purchase on s+1 … d), G(d) = P(D &lt;= d and no purchase on s+1 … d),
 *
 * <p>chance = (A(e) + G(e)) / (A(t-1) + G(t-1)) with t the as-of day and e the last day of the
 * horizon. It is the day by day form of P(alive) of Schmittlein, Morrison and Colombo (1987), exact
 * for the calendar's seasons. Mailings whose days have begun count as if they had brought nobody
 * yet.
 */
public final class Outlook {
  /** A beat comes somewhere in a window of this width. */
  private static final double WINDOW = 0.5;

  private static final double WINDOW_START = 0.25;

  private final Visits visits;

  public Outlook(Visits visits) {
    this.visits = visits;
  }

  /**
   * Chance of no purchase in the channel on the days from {@code asOf} on, {@code horizon} of them.
   *
   * @param last day of the last purchase in the channel before {@code asOf}
   */
  public double chanceOfNone(Life life, Channel channel, int last, int asOf, int horizon) {
    double alive = 1;
    double gone = 0;
    double silentUntilNow = 1;
    double quietBefore = 1;
    for (int day = last + 1; day < asOf + horizon; day++) {
      if (day == asOf) {
        silentUntilNow = alive + gone;
      }
      double stays = stays(life, day);
      double quiet = quiet(life, channel, last, day);
      gone += alive * (1 - stays);
      alive *= stays * (quietBefore > 0 ? quiet / quietBefore : 0);
      quietBefore = quiet;
    }
    return last + 1 == asOf ? alive + gone : (alive + gone) / silentUntilNow;
  }

  /** Chance of being there on the day if there the day before. */
  private static double stays(Life life, int day) {
    if (!life.isSlowing()) {
      return StrictMath.exp(-life.dropoutHazard());
    }
    boolean isSafe = day < life.slowingFrom() + Population.SLOWING_DAYS_AT_LEAST;
    return isSafe ? 1 : StrictMath.exp(-1 / Population.SLOWING_DAYS);
  }

  /** Chance of no purchase after the last one until the end of the day, as if never left. */
  private double quiet(Life life, Channel channel, int last, int day) {
    double from = visits.expected(life, channel, last + 1);
    double until = visits.expected(life, channel, day + 1);
    double unbrought = visits.broughtNone(life, channel, last + 1, day + 1);
    if (!life.isRegular()) {
      return unbrought * StrictMath.exp(from - until);
    }
    double phase = visits.phase(life, channel);
    return unbrought * noBeat(from + phase, until + phase, last > life.from(channel));
  }

  /**
   * Chance that no beat comes between two positions.
   *
   * @param isBeat whether a beat has come at the first position, so that it does not come again
   */
  private static double noBeat(double from, double until, boolean isBeat) {
    double none = 1;
    long current = (long) Math.floor(from - WINDOW_START);
    for (long beat = isBeat ? current + 1 : current; beat <= until && none > 0; beat++) {
      double start = Math.max(beat + WINDOW_START, from);
      double end = Math.min(beat + WINDOW_START + WINDOW, until);
      none *= 1 - Math.max(0, end - start) / WINDOW;
    }
    return none;
  }
}
