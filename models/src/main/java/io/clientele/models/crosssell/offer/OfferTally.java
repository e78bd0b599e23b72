package io.clientele.models.crosssell.offer;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/** Sums behind {@link OfferMeasures}; tallies of partitions add up. */
final class OfferTally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BitSet offered = new BitSet();
  private double hits;
  private double ndcg;
  private double recall;
  private long customers;

  /**
   * Judges one customer's offers.
   *
   * @param offers best first
   * @param truth what was bought, ascending, not empty
   * @param length how many offers could be made
   */
  void add(int[] offers, int[] truth, int length) {
    double gain = 0;
    double best = 0;
    int found = 0;
    for (int rank = 0; rank < length; rank++) {
      double discount = Math.log(2) / Math.log(rank + 2.0);
      best += rank < truth.length ? discount : 0;
      if (rank < offers.length) {
        offered.set(offers[rank]);
        if (Arrays.binarySearch(truth, offers[rank]) >= 0) {
          gain += discount;
          found++;
        }
      }
    }
    hits += found > 0 ? 1 : 0;
    ndcg += gain / best;
    recall += (double) found / truth.length;
    customers++;
  }

  OfferTally plus(OfferTally other) {
    offered.or(other.offered);
    hits += other.hits;
    ndcg += other.ndcg;
    recall += other.recall;
    customers += other.customers;
    return this;
  }

  OfferMeasures measures(int catalogue) {
    return new OfferMeasures(
        hits / customers,
        ndcg / customers,
        recall / customers,
        (double) offered.cardinality() / catalogue,
        customers);
  }
}
