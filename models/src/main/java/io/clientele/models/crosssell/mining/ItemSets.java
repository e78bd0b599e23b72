package io.clientele.models.crosssell.mining;

import io.clientele.models.crosssell.basket.BasketTally;
import java.util.Map;
import java.util.TreeMap;

/**
 * Frequent item sets with the number of baskets that hold each. They are on the driver: their
 * number is bounded by {@link MiningOptions#maxSets}, not by the number of baskets.
 *
 * @param options what was looked for
 * @param tally margins of the baskets
 * @param counts baskets per set
 * @param sizes sizes of the baskets of each set; empty when not asked for
 */
public record ItemSets(
    MiningOptions options,
    BasketTally tally,
    Map<ItemSet, Integer> counts,
    Map<ItemSet, SizeCounts> sizes) {

  public long baskets() {
    return tally.baskets();
  }

  /** Sets by number of items. */
  public TreeMap<Integer, Integer> bySize() {
    TreeMap<Integer, Integer> sizes = new TreeMap<>();
    counts.keySet().forEach(set -> sizes.merge(set.size(), 1, Integer::sum));
    return sizes;
  }
}
