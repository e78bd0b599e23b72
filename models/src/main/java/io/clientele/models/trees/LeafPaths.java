package io.clientele.models.trees;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The leaves of a tree with what each asks of every input on its way.
 *
 * <p>Which of these demands a row meets is a pattern of bits; the Shapley values of a leaf depend
 * on nothing else of the row, so they are worked out once for each pattern that occurs.
 */
final class LeafPaths {
  private static final int MOST_SPLITS = 64;

  private final Tree tree;
  private final int[] splits;
  private final Leaf[] leaves;

  /**
   * A leaf.
   *
   * @param value what it adds
   * @param features inputs on its way, each once
   * @param lefts splits, as bits, where the input has to go left
   * @param rights the same to the right
   * @param shares by input, share of training rows that went this way at its splits
   * @param byPattern Shapley values of the inputs, filled when a pattern occurs
   */
  private record Leaf(
      double value,
      int[] features,
      long[] lefts,
      long[] rights,
      double[] shares,
      double[][] byPattern) {}

  /** What a way asks of one input. */
  private record Demand(long lefts, long rights, double share) {
    private static final Demand NONE = new Demand(0, 0, 1);

    private Demand and(int split, boolean isLeft, double more) {
      long bit = 1L << split;
      return new Demand(isLeft ? lefts | bit : lefts, isLeft ? rights : rights | bit, share * more);
    }
  }

  LeafPaths(Tree tree) {
    this.tree = tree;
    List<Integer> inner = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      if (!tree.isLeaf(node)) {
        inner.add(node);
      }
    }
    if (inner.size() > MOST_SPLITS) {
      throw new IllegalArgumentException(
          "Cannot explain a tree of "
              + inner.size()
              + " splits: at most "
              + MOST_SPLITS
              + " are counted; grow trees of depth 6 at most.");
    }
    splits = inner.stream().mapToInt(Integer::intValue).toArray();
    List<Leaf> found = new ArrayList<>();
    descend(0, Map.of(), found);
    leaves = found.toArray(Leaf[]::new);
  }

  private void descend(int node, Map<Integer, Demand> way, List<Leaf> found) {
    if (tree.isLeaf(node)) {
      found.add(leaf(tree.value()[node], way));
      return;
    }
    int split = java.util.Arrays.binarySearch(splits, node);
    for (boolean isLeft : new boolean[] {true, false}) {
      int child = isLeft ? tree.left()[node] : tree.right()[node];
      double share = tree.cover()[child] / tree.cover()[node];
      Map<Integer, Demand> further = new LinkedHashMap<>(way);
      further.put(
          tree.feature()[node],
          way.getOrDefault(tree.feature()[node], Demand.NONE).and(split, isLeft, share));
      descend(child, further, found);
    }
  }

  private static Leaf leaf(double value, Map<Integer, Demand> way) {
    return new Leaf(
        value,
        way.keySet().stream().mapToInt(Integer::intValue).toArray(),
        way.values().stream().mapToLong(Demand::lefts).toArray(),
        way.values().stream().mapToLong(Demand::rights).toArray(),
        way.values().stream().mapToDouble(Demand::share).toArray(),
        new double[1 << way.size()][]);
  }

  /** Adds the contributions of the inputs of a row. */
  void add(float[] row, double[] sums) {
    long wentLeft = 0;
    for (int split = 0; split < splits.length; split++) {
      int node = splits[split];
      if (tree.goesLeft(node, row[tree.feature()[node]])) {
        wentLeft |= 1L << split;
      }
    }
    for (Leaf leaf : leaves) {
      int[] features = leaf.features;
      int pattern = 0;
      for (int k = 0; k < features.length; k++) {
        long lefts = leaf.lefts[k];
        boolean isMet = (wentLeft & lefts) == lefts && (wentLeft & leaf.rights[k]) == 0;
        pattern |= isMet ? 1 << k : 0;
      }
      double[] values = leaf.byPattern[pattern];
      if (values == null) {
        values = ShapleyValues.of(leaf.value, leaf.shares, pattern);
        leaf.byPattern[pattern] = values;
      }
      for (int k = 0; k < features.length; k++) {
        sums[features[k]] += values[k];
      }
    }
  }
}
