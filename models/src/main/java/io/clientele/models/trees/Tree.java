package io.clientele.models.trees;

/**
 * A regression tree. The arrays have a place per node; node 0 is the root.
 *
 * @param feature input that decides; -1 = a leaf
 * @param threshold smaller values go left; compared as floats, as XGBoost grew it
 * @param left child
 * @param right child
 * @param isMissingLeft where an empty value goes
 * @param value what a leaf adds to the log-odds
 * @param cover weight of the training rows that came by
 */
public record Tree(
    int[] feature,
    float[] threshold,
    int[] left,
    int[] right,
    boolean[] isMissingLeft,
    double[] value,
    double[] cover) {

  int size() {
    return feature.length;
  }

  boolean isLeaf(int node) {
    return feature[node] < 0;
  }

  boolean goesLeft(int node, float value) {
    return Float.isNaN(value) ? isMissingLeft[node] : value < threshold[node];
  }

  /** What the tree adds for a row; NaN = an empty value. */
  double of(float[] row) {
    int node = 0;
    while (!isLeaf(node)) {
      node = goesLeft(node, row[feature[node]]) ? left[node] : right[node];
    }
    return value[node];
  }

  /** Mean of the leaves, weighted by their training rows. */
  double expected() {
    double sum = 0;
    for (int node = 0; node < size(); node++) {
      sum += isLeaf(node) ? value[node] * cover[node] : 0;
    }
    return sum / cover[0];
  }
}
