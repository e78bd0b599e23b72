package io.clientele.sample.people;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.SalesCalendar;
import io.clientele.sample.market.Topic;

/**
 * All persons, each a pure function of seed and number. Purchases follow Pareto/NBD (Schmittlein,
 * Morrison, Colombo 1987): gamma distributed rates around a high and a low mean, exponential
 * drop-out with gamma distributed hazards; some buy in a rhythm, and many of these slow down before
 * they leave.
 */
public final class Population {
  private static final int PEOPLE_AT_SCALE_ONE = 2_000;
  private static final double REGISTERED_BEFORE = 0.55;
  private static final int REGISTRATION_DAYS_BEFORE = 1_095;
  private static final double ONLINE_ONLY = 0.42;
  private static final double STORE_ONLY = 0.30;
  private static final double REGULAR = 0.12;
  private static final double SLOWING_OF_REGULAR = 0.6;
  private static final double FREQUENT = 0.33;
  private static final double RATE_SHAPE = 5;
  private static final double FREQUENT_RATE = 1 / 38.0;
  private static final double RARE_RATE = 1 / 240.0;
  private static final double REGULAR_RATE_SHAPE = 4;
  private static final double REGULAR_RATE = 1 / 34.0;
  private static final double HAZARD_SHAPE = 2;
  private static final double MEAN_HAZARD = 1 / 2_500.0;
  private static final int STEADY_DAYS_AT_LEAST = 45;
  private static final double STEADY_DAYS = 700;
  static final int SLOWING_DAYS_AT_LEAST = 130;
  static final double SLOWING_DAYS = 50;
  private static final double PASSERS_BY = 0.2;
  private static final double GUEST_ORDERS_A_DAY = 0.0012;
  private static final double RECEIPTS_WITHOUT_CARD_A_DAY = 0.011;

  private static final int TABLE_SIZE = 1 << 18;

  private final Life[] table = new Life[TABLE_SIZE];
  private final long seed;
  private final int people;
  private final SalesCalendar calendar;

  public Population(long seed, double scale, SalesCalendar calendar) {
    this.seed = seed;
    this.people = (int) Math.round(PEOPLE_AT_SCALE_ONE * scale);
    this.calendar = calendar;
  }

  public int people() {
    return people;
  }

  /** People and passers-by; passers-by have the last numbers. */
  public int walkers() {
    return people + (int) (people * PASSERS_BY) + 1;
  }

  /** The life of a person or passer-by; the table of known ones has a fixed size at any scale. */
  public Life life(int index) {
    Life known = table[index & (TABLE_SIZE - 1)];
    if (known == null || known.index() != index) {
      known = index < people ? customer(index) : passerBy(index);
      table[index & (TABLE_SIZE - 1)] = known;
    }
    return known;
  }

  private static Life passerBy(int index) {
    return new Life(
        index,
        false,
        0,
        0,
        GUEST_ORDERS_A_DAY,
        RECEIPTS_WITHOUT_CARD_A_DAY,
        false,
        Life.NEVER,
        Life.NEVER,
        0);
  }

  private Life customer(int index) {
    Dice dice = Dice.of(seed, Topic.LIFE, index, 0);
    int registered = registeredDay(index);
    boolean isRegular = dice.chance(REGULAR);
    double rate =
        isRegular
            ? dice.gamma(REGULAR_RATE_SHAPE, REGULAR_RATE)
            : dice.gamma(RATE_SHAPE, dice.chance(FREQUENT) ? FREQUENT_RATE : RARE_RATE);
    double hazard = dice.gamma(HAZARD_SHAPE, MEAN_HAZARD);
    double lifetime = dice.exponential(1 / hazard);
    boolean isSlowing = isRegular && dice.chance(SLOWING_OF_REGULAR);
    int alive = Math.max(registered, 0);
    int slowingFrom =
        isSlowing ? alive + STEADY_DAYS_AT_LEAST + (int) dice.exponential(STEADY_DAYS) : Life.NEVER;
    int droppedOut =
        isSlowing
            ? slowingFrom + SLOWING_DAYS_AT_LEAST + (int) dice.exponential(SLOWING_DAYS)
            : alive + 1 + (int) Math.min(lifetime, Life.NEVER / 2);
    return withChannels(
        new Life(
            index,
            true,
            registered,
            Life.NEVER,
            rate,
            0,
            isRegular,
            slowingFrom,
            droppedOut,
            isSlowing ? 1 / (SLOWING_DAYS_AT_LEAST + SLOWING_DAYS) : hazard),
        dice);
  }

  private Life withChannels(Life life, Dice dice) {
    double kind = dice.unit();
    double onlineShare = 0.25 + 0.5 * dice.unit();
    boolean isOnlineFirst = dice.chance(0.5);
    int second = Math.max(life.onlineFrom(), 0) + (int) dice.exponential(110);
    boolean joins = kind >= ONLINE_ONLY + STORE_ONLY && second < life.droppedOut();
    boolean starts = kind < ONLINE_ONLY || (kind >= ONLINE_ONLY + STORE_ONLY && isOnlineFirst);
    int first = life.onlineFrom();
    int online = starts ? first : joins ? second : Life.NEVER;
    int store = starts ? (joins ? second : Life.NEVER) : first;
    return new Life(
        life.index(),
        true,
        online,
        openDay(store),
        life.onlineRate() * (joins ? onlineShare : 1),
        life.onlineRate() * (joins ? 1 - onlineShare : 1),
        life.isRegular(),
        life.slowingFrom(),
        Math.max(life.droppedOut(), openDay(store) >= Life.NEVER ? 0 : openDay(store) + 1),
        life.dropoutHazard());
  }

  /** Cards are handed out in stores: on the first open day. */
  private int openDay(int day) {
    int open = day;
    while (open >= 0 && open < calendar.days() && !calendar.isOpen(open)) {
      open++;
    }
    return open;
  }

  /** Numbers ascend with the day of registration. */
  private int registeredDay(int index) {
    double place = (index + 0.5) / people;
    return place < REGISTERED_BEFORE
        ? (int) (-REGISTRATION_DAYS_BEFORE + place / REGISTERED_BEFORE * REGISTRATION_DAYS_BEFORE)
        : (int) ((place - REGISTERED_BEFORE) / (1 - REGISTERED_BEFORE) * calendar.days());
  }

  /** Number of channels in which the person is a customer within the sample. */
  public int channels(Life life) {
    int count = 0;
    for (Channel channel : Channel.values()) {
      count += life.isCustomer(channel, calendar.days() - 1) ? 1 : 0;
    }
    return count;
  }
}
