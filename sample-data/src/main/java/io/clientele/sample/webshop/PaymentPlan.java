package io.clientele.sample.webshop;

import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Life;
import java.util.List;

/**
 * How a person pays for web orders: most at once, some by invoice, punctually or late as is their
 * way, and a few invoices never.
 */
final class PaymentPlan {
  private static final List<String> AT_ONCE = List.of("CARD", "CARD", "WALLET", "DIRECT_DEBIT");
  private static final String INVOICE = "INVOICE";
  private static final double LIKES_INVOICES = 0.35;
  private static final double TAKES_HABITUAL_METHOD = 0.9;
  private static final double NEVER_PAID = 0.015;
  private static final double LATE_PAYER = 0.2;
  private static final int DUE_AFTER_DAYS = 14;

  private final long seed;

  PaymentPlan(long seed) {
    this.seed = seed;
  }

  /** No payment of the person comes more days after its order. */
  int mostDays(Life life) {
    Dice habit = habit(life);
    return habit.chance(LATE_PAYER) ? DUE_AFTER_DAYS + 1 + habit.below(30) : DUE_AFTER_DAYS;
  }

  /** The payment for the order of the day. */
  Payment of(Life life, int day) {
    Dice dice = Dice.of(seed, Topic.PAYMENT, life.index(), day);
    boolean likes = Dice.of(seed, Topic.PAYMENT, life.index(), -2).chance(LIKES_INVOICES);
    boolean byInvoice = life.isKnown() && likes == dice.chance(TAKES_HABITUAL_METHOD);
    if (!byInvoice) {
      return new Payment(dice.pick(AT_ONCE), day, day);
    }
    int most = mostDays(life);
    int after = most > DUE_AFTER_DAYS ? most - dice.below(5) : 3 + dice.below(most - 2);
    int paid = dice.chance(NEVER_PAID) ? Life.NEVER : day + after;
    return new Payment(INVOICE, day + DUE_AFTER_DAYS, paid);
  }

  private Dice habit(Life life) {
    return Dice.of(seed, Topic.PAYMENT, life.index(), -1);
  }

  /**
   * A payment; days count from the first day of the sample.
   *
   * @param paid {@link Life#NEVER} = not paid
   */
  record Payment(String method, int due, int paid) {}
}
