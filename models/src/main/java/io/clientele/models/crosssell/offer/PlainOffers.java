package io.clientele.models.crosssell.offer;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The baselines: what most customers have, and what the customer himself buys most. */
final class PlainOffers {
  private static final int BEST_SELLERS = 2000;

  private PlainOffers() {}

  /** Items by number of buyers, the same order for everybody. */
  static OfferModel popularity(int[] buyers) {
    int[] best =
        IntStream.range(0, buyers.length)
            .filter(item -> buyers[item] > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(item -> -buyers[item])
                    .thenComparing(Comparator.naturalOrder()))
            .limit(BEST_SELLERS)
            .mapToInt(Integer::intValue)
            .toArray();
    return (owned, times, scores) -> {
      for (int item : best) {
        scores.add(item, buyers[item], item);
      }
    };
  }

  /** The customer's own items by baskets; equal ones by how common they are. */
  static OfferModel ownFavourites() {
    return (owned, times, scores) -> {
      for (int i = 0; i < owned.length; i++) {
        scores.add(owned[i], times[i], owned[i]);
      }
    };
  }
}
