package io.clientele.sample.webshop;

import io.clientele.sample.people.Baskets;
import java.util.List;

/** What an order comes to: goods, and postage on small orders. */
final class Bill {
  static final long POSTAGE_CENTS = 495;
  private static final long FREE_FROM_CENTS = 6_000;

  private Bill() {}

  static boolean hasPostage(List<Baskets.Item> items) {
    return goods(items) < FREE_FROM_CENTS;
  }

  static long goods(List<Baskets.Item> items) {
    return items.stream().mapToLong(item -> item.quantity() * item.paidCents()).sum();
  }

  static long total(List<Baskets.Item> items) {
    return goods(items) + (hasPostage(items) ? POSTAGE_CENTS : 0);
  }
}
