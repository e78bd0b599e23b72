package io.clientele.sample.people;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import java.util.List;

/**
 * What is sent back, brought back or cancelled, and when. The delay belongs to the person, so that
 * looking back one day answers whether something comes back today.
 */
public final class Aftermath {
  public static final int CANCELLED_AFTER_DAYS = 1;
  private static final double CANCELLED = 0.02;
  private static final double RETURNED_ONLINE = 0.09;
  private static final double RETURNED_STORE = 0.03;

  private final long seed;

  public Aftermath(long seed) {
    this.seed = seed;
  }

  public int daysUntilReturn(Life life) {
    return 3 + Dice.of(seed, Topic.AFTERMATH, life.index(), -1).below(12);
  }

  /** Whether the web order of that day is cancelled as a whole. */
  public boolean isCancelled(Life life, int orderDay) {
    return life.isKnown()
        && Dice.of(seed, Topic.AFTERMATH, life.index(), orderDay).chance(CANCELLED);
  }

  /** What of the basket comes back, with all its units; mostly nothing. */
  public List<Baskets.Item> returned(
      Life life, Channel channel, int orderDay, List<Baskets.Item> basket) {
    boolean isOnline = channel == Channel.ONLINE;
    if (!life.isKnown() || (isOnline && isCancelled(life, orderDay))) {
      return List.of();
    }
    Dice dice =
        Dice.of(seed, Topic.AFTERMATH, life.index() * 2L + channel.ordinal(), -2L - orderDay);
    double share = isOnline ? RETURNED_ONLINE : RETURNED_STORE;
    return dice.chance(share) ? basket.subList(0, 1 + dice.below(basket.size())) : List.of();
  }
}
