package io.clientele.models.crosssell.mining;

import io.clientele.models.crosssell.basket.BasketTally;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which items are frequent and which task mines their classes: contiguous ranks, so that a basket
 * is cut, not copied whole, and about the same work each (baskets of the class by possible
 * partners).
 */
final class PrefixPlan implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] itemOfRank;
  private final int[] rankOfItem;
  private final int[] bounds;

  PrefixPlan(BasketTally tally, int minCount, int groups) {
    int[] counts = tally.itemCounts();
    this.itemOfRank =
        IntStream.range(0, counts.length)
            .filter(item -> counts[item] >= minCount)
            .boxed()
            .sorted(Comparator.comparing(item -> -counts[item]))
            .mapToInt(Integer::intValue)
            .toArray();
    this.rankOfItem = new int[counts.length];
    Arrays.fill(rankOfItem, -1);
    for (int rank = 0; rank < itemOfRank.length; rank++) {
      rankOfItem[itemOfRank[rank]] = rank;
    }
    this.bounds = bounds(counts, Math.max(1, Math.min(groups, itemOfRank.length)));
  }

  private int[] bounds(int[] counts, int groups) {
    double[] upTo = new double[itemOfRank.length + 1];
    for (int rank = 0; rank < itemOfRank.length; rank++) {
      upTo[rank + 1] = upTo[rank] + (double) counts[itemOfRank[rank]] * (rank + 1);
    }
    int[] bounds = new int[groups + 1];
    for (int group = 1, rank = 0; group <= groups; group++) {
      double wanted = upTo[itemOfRank.length] * group / groups;
      while (rank < itemOfRank.length && (upTo[rank] < wanted || group == groups)) {
        rank++;
      }
      bounds[group] = rank;
    }
    return bounds;
  }

  int groups() {
    return bounds.length - 1;
  }

  int from(int group) {
    return bounds[group];
  }

  int to(int group) {
    return bounds[group + 1];
  }

  /** Rank of an item; -1 when it is not frequent. */
  int rank(int item) {
    return rankOfItem[item];
  }

  int[] itemOfRank() {
    return itemOfRank;
  }
}
