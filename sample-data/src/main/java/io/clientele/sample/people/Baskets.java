package io.clientele.sample.people;

import io.clientele.sample.market.Catalogue;
import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Product;
import io.clientele.sample.market.SalesCalendar;
import io.clientele.sample.market.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person takes on a purchase: mostly from two favourite categories and one price level, and
 * now and then the companion of what already lies in the basket.
 */
public final class Baskets {
  private static final int CATEGORIES = 10;
  private static final double FROM_FAVOURITES = 0.7;
  private static final double ONE_MORE = 0.46;

  /** Chance that the companion of an article is taken with it. */
  public static final double WITH_COMPANION = 0.4;

  private static final double VOUCHER = 0.09;
  private static final int MOST_LINES = 9;

  private final long seed;
  private final SalesCalendar calendar;
  private final Catalogue catalogue;

  public Baskets(long seed, SalesCalendar calendar, Catalogue catalogue) {
    this.seed = seed;
    this.calendar = calendar;
    this.catalogue = catalogue;
  }

  /** The basket of the person's purchase in the channel on the day: always the same. */
  public List<Item> of(Life life, Channel channel, int day) {
    Dice dice = Dice.of(seed, Topic.BASKET, life.index() * 2L + channel.ordinal(), day);
    Dice taste = Dice.of(seed, Topic.TASTE, life.index(), 0);
    int[] favourites = {taste.below(CATEGORIES), taste.below(CATEGORIES)};
    int priceLevel = taste.below(3);
    int month = calendar.month(day);
    boolean hasVoucher = dice.chance(VOUCHER);
    List<Item> items = new ArrayList<>();
    do {
      int category =
          life.isKnown() && dice.chance(FROM_FAVOURITES)
              ? favourites[dice.below(2)]
              : dice.below(CATEGORIES);
      Product product = catalogue.choose(dice, category, priceLevel, month);
      items.add(item(product, month, hasVoucher, dice));
      if (product.companion() > 0 && dice.chance(WITH_COMPANION)) {
        items.add(item(catalogue.product(product.companion()), month, hasVoucher, dice));
      }
    } while (items.size() < MOST_LINES && dice.chance(ONE_MORE));
    return items;
  }

  private Item item(Product product, int month, boolean hasVoucher, Dice dice) {
    int quantity = dice.chance(0.85) ? 1 : 2 + dice.below(3);
    long cents = catalogue.cents(product, month);
    return new Item(product, quantity, cents, hasVoucher ? cents / 10 : 0);
  }

  /**
   * A line of a basket.
   *
   * @param unitCents list price of one unit
   * @param unitDiscountCents discount of one unit
   */
  public record Item(Product product, int quantity, long unitCents, long unitDiscountCents) {
    public long discountCents() {
      return quantity * unitDiscountCents;
    }

    /** Price paid for one unit. */
    public long paidCents() {
      return unitCents - unitDiscountCents;
    }
  }
}
