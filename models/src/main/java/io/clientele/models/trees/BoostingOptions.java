package io.clientele.models.trees;

/**
 * How trees are grown.
 *
 * @param rounds trees
 * @param depth splits from root to leaf at most
 * @param rate share of each tree's step that is taken
 * @param columnShare share of the inputs that a tree may use
 * @param rowShare share of the rows that a tree sees
 * @param penalty L2 penalty on leaves
 * @param leastWeight least sum of p (1 - p) in a leaf
 */
public record BoostingOptions(
    int rounds,
    int depth,
    double rate,
    double columnShare,
    double rowShare,
    double penalty,
    double leastWeight) {

  /** Many small steps of small trees: for tables of some thousand rows. */
  public static BoostingOptions small() {
    return new BoostingOptions(600, 3, 0.03, 0.4, 0.8, 5, 1);
  }

  /** Deeper trees: for larger tables with interactions. */
  public static BoostingOptions deep() {
    return new BoostingOptions(600, 6, 0.03, 0.4, 0.8, 5, 5);
  }

  public BoostingOptions withRounds(int other) {
    return new BoostingOptions(other, depth, rate, columnShare, rowShare, penalty, leastWeight);
  }
}
