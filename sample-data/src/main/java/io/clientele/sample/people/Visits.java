package io.clientele.sample.people;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.SalesCalendar;
import io.clientele.sample.market.Topic;

/**
 * On which days a person buys: asked day by day, remembered nowhere. Time runs in busy days of the
 * calendar; while a person slows down it runs slower and slower.
 */
public final class Visits {
  private static final double SLOWING_DAYS = 95;
  private static final int STEPS = 9;

  private final long seed;
  private final SalesCalendar calendar;
  private final Campaigns campaigns;

  /**
   * The visits of a seed.
   *
   * @param campaigns mailings that bring people in addition
   */
  public Visits(long seed, SalesCalendar calendar, Campaigns campaigns) {
    this.seed = seed;
    this.calendar = calendar;
    this.campaigns = campaigns;
  }

  /** Whether the person buys in the channel on the day; the day of joining counts as a purchase. */
  public boolean buys(Life life, Channel channel, int day) {
    return buysUnprompted(life, channel, day)
        || (channel == Channel.ONLINE
            && life.isKnown()
            && day > life.onlineFrom()
            && day < life.droppedOut()
            && campaigns.brings(life, day));
  }

  /** Whether the person would also buy if there were no campaigns. */
  public boolean buysUnprompted(Life life, Channel channel, int day) {
    int from = life.from(channel);
    if (day < 0 || day < from || day >= life.droppedOut() || day >= calendar.knownDays()) {
      return false;
    }
    if (life.isKnown() && day == from) {
      return true;
    }
    double before = expected(life, channel, day);
    double after = expected(life, channel, day + 1);
    if (after <= before) {
      return false;
    }
    return life.isRegular()
        ? beats(life, channel, before, after)
        : Dice.of(seed, Topic.VISIT, life.index() * 2L + channel.ordinal(), day)
            .chance(1 - StrictMath.exp(before - after));
  }

  /**
   * True chance of no purchase in the channel in the days from {@code day} on, given everything
   * planted but the throws themselves.
   */
  public double chanceOfNone(Life life, Channel channel, int day, int horizon) {
    if (day >= life.droppedOut()) {
      return 1;
    }
    double now = expected(life, channel, day);
    double unbrought = broughtNone(life, channel, day, day + horizon);
    double step = (double) horizon / STEPS;
    double none = 0;
    double alive = 1;
    for (int i = 0; i < STEPS; i++) {
      double drops = alive * (1 - StrictMath.exp(-life.dropoutHazard() * step));
      double gone = expected(life, channel, day + (int) ((i + 0.5) * step)) - now;
      int end = day + (int) ((i + 0.5) * step);
      none += drops * none(life, gone) * broughtNone(life, channel, day, end);
      alive -= drops;
    }
    double stays = none(life, expected(life, channel, day + horizon) - now);
    return none + alive * stays * unbrought;
  }

  private static double none(Life life, double expected) {
    return life.isRegular() ? Math.max(0, 1 - expected) : StrictMath.exp(-expected);
  }

  /** One beat per unit of expected purchases, somewhere in its middle half. */
  private boolean beats(Life life, Channel channel, double before, double after) {
    double phase = phase(life, channel);
    long first = (long) (before + phase);
    long last = (long) (after + phase);
    for (long beat = first; beat <= last; beat++) {
      double middle =
          Dice.of(seed, Topic.RHYTHM, life.index() * 2L + channel.ordinal(), beat).unit();
      double at = beat + 0.25 + 0.5 * middle;
      if (at >= before + phase && at < after + phase) {
        return true;
      }
    }
    return false;
  }

  /** Where in its rhythm a regular person begins, in [0, 1). */
  double phase(Life life, Channel channel) {
    return Dice.of(seed, Topic.RHYTHM, life.index() * 2L + channel.ordinal(), -1).unit();
  }

  /** Chance that no mailing brings the person to the channel on the days. */
  double broughtNone(Life life, Channel channel, int from, int until) {
    return channel == Channel.ONLINE ? campaigns.bringsNone(life, from, until) : 1;
  }

  /** Expected purchases in the channel before the day, as if never dropped out. */
  double expected(Life life, Channel channel, int day) {
    double busy = calendar.until(day, channel);
    if (day > life.slowingFrom()) {
      double until = calendar.until(life.slowingFrom(), channel);
      busy = until + SLOWING_DAYS * (1 - StrictMath.exp((until - busy) / SLOWING_DAYS));
    }
    return life.rate(channel) * busy;
  }
}
