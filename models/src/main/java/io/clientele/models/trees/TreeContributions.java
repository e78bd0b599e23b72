package io.clientele.models.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The contributions of one tree, leaves that are neighbours taken together. */
final class TreeContributions {
  private static final int MOST_SPLITS = 64;
  private static final int MOST_DEPTH = 12;

  /** Two levels of splits at the foot of the tree: four leaves, a lookup. */
  private static final int GROUP_HEIGHT = 2;

  private final Tree tree;
  private final int[] splits;
  private final LeafGroup[] groups;

  TreeContributions(Tree tree) {
    this.tree = tree;
    List<Integer> inner = new ArrayList<>();
    for (int node = 0; node < tree.size(); node++) {
      if (!tree.isLeaf(node)) {
        inner.add(node);
      }
    }
    if (inner.size() > MOST_SPLITS || height(0) > MOST_DEPTH) {
      throw new IllegalArgumentException(
          "Cannot explain a tree of "
              + inner.size()
              + " splits: at most "
              + MOST_SPLITS
              + " are counted; grow trees of depth 6 at most.");
    }
    splits = inner.stream().mapToInt(Integer::intValue).toArray();
    List<LeafGroup> found = new ArrayList<>();
    group(0, Map.of(), found);
    groups = found.toArray(LeafGroup[]::new);
  }

  private int height(int node) {
    return tree.isLeaf(node)
        ? 0
        : 1 + Math.max(height(tree.left()[node]), height(tree.right()[node]));
  }

  private void group(int node, Map<Integer, LeafPath.Demand> way, List<LeafGroup> found) {
    if (height(node) > GROUP_HEIGHT) {
      group(tree.left()[node], further(node, true, way), found);
      group(tree.right()[node], further(node, false, way), found);
    } else {
      List<LeafPath> leaves = new ArrayList<>();
      descend(node, way, leaves);
      found.add(new LeafGroup(leaves));
    }
  }

  private void descend(int node, Map<Integer, LeafPath.Demand> way, List<LeafPath> leaves) {
    if (tree.isLeaf(node)) {
      leaves.add(LeafPath.of(tree.value()[node], way));
    } else {
      descend(tree.left()[node], further(node, true, way), leaves);
      descend(tree.right()[node], further(node, false, way), leaves);
    }
  }

  private Map<Integer, LeafPath.Demand> further(
      int node, boolean isLeft, Map<Integer, LeafPath.Demand> way) {
    int feature = tree.feature()[node];
    int child = isLeft ? tree.left()[node] : tree.right()[node];
    double share = tree.cover()[child] / tree.cover()[node];
    int split = Arrays.binarySearch(splits, node);
    Map<Integer, LeafPath.Demand> further = new LinkedHashMap<>(way);
    further.put(feature, way.getOrDefault(feature, LeafPath.Demand.NONE).and(split, isLeft, share));
    return further;
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
    for (LeafGroup group : groups) {
      group.add(wentLeft, sums);
    }
  }
}
