package io.clientele.models.trees;

import java.util.List;

/**
 * Trees whose values add up to log-odds.
 *
 * @param base log-odds before any tree
 */
public record TreeEnsemble(double base, List<Tree> trees) {
  public TreeEnsemble {
    trees = List.copyOf(trees);
  }

  /** Log-odds of a row; NaN = an empty value. */
  public double logOdds(float[] row) {
    double sum = base;
    for (Tree tree : trees) {
      sum += tree.of(row);
    }
    return sum;
  }

  /**
   * Log-odds of a row after a step, two steps and so on of the trees: one fit judges all numbers of
   * rounds.
   */
  public double[] stagedLogOdds(float[] row, int step) {
    double[] stages = new double[trees.size() / step];
    double sum = base;
    for (int i = 0; i < stages.length * step; i++) {
      sum += trees.get(i).of(row);
      if ((i + 1) % step == 0) {
        stages[i / step] = sum;
      }
    }
    return stages;
  }
}
