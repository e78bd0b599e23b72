package io.clientele.models.trees;

import java.util.stream.IntStream;

/**
 * What each input adds to the log-odds of a row: exact Shapley values of the trees, given the
 * training rows in their leaves. {@link #expected()} + all contributions = log-odds of the row.
 */
public final class Contributions {
  private static final int BLOCK = 512;

  private final TreeContributions[] trees;
  private final double expected;

  public Contributions(TreeEnsemble ensemble) {
    trees = ensemble.trees().stream().map(TreeContributions::new).toArray(TreeContributions[]::new);
    expected = ensemble.base() + ensemble.trees().stream().mapToDouble(Tree::expected).sum();
  }

  /** Log-odds before anything is known of a row. */
  public double expected() {
    return expected;
  }

  /** Contributions by row, then input; NaN in a row = an empty value. */
  public double[][] of(float[][] rows) {
    double[][] sums = new double[rows.length][];
    IntStream.range(0, (rows.length + BLOCK - 1) / BLOCK)
        .parallel()
        .forEach(block -> fill(rows, sums, block * BLOCK));
    return sums;
  }

  /** Tree by tree, so that the values of a tree stay in the cache for a block of rows. */
  private void fill(float[][] rows, double[][] sums, int from) {
    int to = Math.min(rows.length, from + BLOCK);
    for (int i = from; i < to; i++) {
      sums[i] = new double[rows[i].length];
    }
    for (TreeContributions tree : trees) {
      for (int i = from; i < to; i++) {
        tree.add(rows[i], sums[i]);
      }
    }
  }
}
