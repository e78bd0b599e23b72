package io.clientele.sample.loyalty;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;

/**
 * Who is a member of the loyalty programme: whoever has a card of the tills, and some who buy in
 * the web shop only.
 */
public final class Memberships {
  private static final double WEB_ONLY_JOINS = 0.15;
  private static final double JOINS_AFTER_DAYS = 150;
  private static final int SILVER_FROM = 3;
  private static final int GOLD_FROM = 6;

  private final Retailer retailer;

  public Memberships(Retailer retailer) {
    this.retailer = retailer;
  }

  /** First day as a member; {@link Life#NEVER} = never. */
  public int from(Life life) {
    if (life.storeFrom() < Life.NEVER) {
      return life.storeFrom();
    }
    Dice dice = Dice.of(retailer.seed(), Topic.MEMBERSHIP, life.index(), 0);
    boolean joins = dice.chance(WEB_ONLY_JOINS);
    int day = Math.max(life.onlineFrom(), 0) + 1 + (int) dice.exponential(JOINS_AFTER_DAYS);
    return joins && day < life.droppedOut() ? day : Life.NEVER;
  }

  /** Number of the member in the programme. */
  public String number(Life life) {
    Dice dice = Dice.of(retailer.seed(), Topic.MEMBERSHIP, life.index(), 1);
    return "L" + (500_000 + 3L * life.index() + dice.below(3));
  }

  /** Purchases in both channels from one day to another, both included. */
  int purchases(Life life, int first, int last) {
    int purchases = 0;
    for (int day = Math.max(0, first); day <= last; day++) {
      for (Channel channel : Channel.values()) {
        purchases += retailer.visits().buys(life, channel, day) ? 1 : 0;
      }
    }
    return purchases;
  }

  /** Tier that so many purchases in half a year earn. */
  static String tier(int purchases) {
    return purchases >= GOLD_FROM ? "GOLD" : purchases >= SILVER_FROM ? "SILVER" : "BASIC";
  }
}
