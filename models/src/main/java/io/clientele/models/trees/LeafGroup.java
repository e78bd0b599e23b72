package io.clientele.models.trees;

import java.util.Arrays;
import java.util.List;

/**
 * Neighbouring leaves with all splits on their ways. How a row went at these splits is a pattern of
 * bits; the Shapley values of the leaves depend on nothing else of the row, so they are worked out
 * once for each pattern that occurs.
 */
final class LeafGroup {
  private final List<LeafPath> leaves;
  private final int[] splits;
  private final int[] features;
  private final double[][] byPattern;

  LeafGroup(List<LeafPath> leaves) {
    this.leaves = leaves;
    long bits = leaves.stream().mapToLong(LeafPath::splits).reduce(0, (a, b) -> a | b);
    splits = new int[Long.bitCount(bits)];
    for (int j = 0; j < splits.length; j++) {
      splits[j] = Long.numberOfTrailingZeros(bits);
      bits &= bits - 1;
    }
    features =
        leaves.stream().flatMapToInt(leaf -> Arrays.stream(leaf.features())).distinct().toArray();
    byPattern = new double[1 << splits.length][];
  }

  /** Adds the contributions of these leaves for a row that went left at those splits. */
  void add(long wentLeft, double[] sums) {
    int pattern = 0;
    for (int j = 0; j < splits.length; j++) {
      pattern |= (int) (wentLeft >>> splits[j] & 1) << j;
    }
    double[] values = byPattern[pattern];
    if (values == null) {
      values = values(wentLeft);
      byPattern[pattern] = values;
    }
    for (int k = 0; k < features.length; k++) {
      sums[features[k]] += values[k];
    }
  }

  private double[] values(long wentLeft) {
    double[] values = new double[features.length];
    for (LeafPath leaf : leaves) {
      double[] own = leaf.contributions(wentLeft);
      for (int i = 0; i < own.length; i++) {
        for (int k = 0; k < features.length; k++) {
          values[k] += features[k] == leaf.features()[i] ? own[i] : 0;
        }
      }
    }
    return values;
  }
}
