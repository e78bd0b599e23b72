package io.clientele.models.trees;

import java.util.Map;

/**
 * A leaf and what its way asks of each input.
 *
 * @param value what it adds
 * @param features inputs on its way, each once
 * @param lefts by input, splits, as bits, where it has to go left
 * @param rights the same to the right
 * @param shares by input, share of training rows that went this way at its splits
 */
record LeafPath(double value, int[] features, long[] lefts, long[] rights, double[] shares) {

  /** What a way asks of one input. */
  record Demand(long lefts, long rights, double share) {
    static final Demand NONE = new Demand(0, 0, 1);

    Demand and(int split, boolean isLeft, double more) {
      long bit = 1L << split;
      return new Demand(isLeft ? lefts | bit : lefts, isLeft ? rights : rights | bit, share * more);
    }
  }

  static LeafPath of(double value, Map<Integer, Demand> way) {
    return new LeafPath(
        value,
        way.keySet().stream().mapToInt(Integer::intValue).toArray(),
        way.values().stream().mapToLong(Demand::lefts).toArray(),
        way.values().stream().mapToLong(Demand::rights).toArray(),
        way.values().stream().mapToDouble(Demand::share).toArray());
  }

  /** All splits on the way, as bits. */
  long splits() {
    long bits = 0;
    for (int k = 0; k < features.length; k++) {
      bits |= lefts[k] | rights[k];
    }
    return bits;
  }

  /** By input, for a row that went left at those splits. */
  double[] contributions(long wentLeft) {
    int met = 0;
    for (int k = 0; k < features.length; k++) {
      boolean isMet = (wentLeft & lefts[k]) == lefts[k] && (wentLeft & rights[k]) == 0;
      met |= isMet ? 1 << k : 0;
    }
    return ShapleyValues.of(value, shares, met);
  }
}
