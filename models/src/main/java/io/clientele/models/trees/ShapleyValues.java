package io.clientele.models.trees;

/**
 * Shapley values of one leaf. A coalition of inputs that are known reaches it with the product of
 * the shares of those that are not, and not at all if a known one does not meet its demand
 * (Lundberg et al. 2020, Nature Machine Intelligence 2, algorithm 2, for a single leaf).
 */
final class ShapleyValues {
  private ShapleyValues() {}

  /**
   * One value an input.
   *
   * @param value what the leaf adds
   * @param shares by input, share of training rows that meet the demand
   * @param met inputs, as bits, whose demand the row meets
   */
  static double[] of(double value, double[] shares, int met) {
    int inputs = shares.length;
    double[] weights = weights(inputs);
    double[] values = new double[inputs];
    // Only coalitions within the inputs that meet their demand reach the leaf at all.
    for (int coalition = met; ; coalition = (coalition - 1) & met) {
      double reach = value;
      for (int j = 0; j < inputs; j++) {
        reach *= (coalition >> j & 1) == 1 ? 1 : shares[j];
      }
      int size = Integer.bitCount(coalition);
      for (int k = 0; k < inputs; k++) {
        boolean isInside = (coalition >> k & 1) == 1;
        if (isInside) {
          values[k] += weights[size - 1] * reach;
        } else {
          values[k] -= weights[size] * reach;
        }
      }
      if (coalition == 0) {
        return values;
      }
    }
  }

  /** By size of a coalition without the input: size! (n - size - 1)! / n!. */
  private static double[] weights(int inputs) {
    double[] weights = new double[inputs];
    double weight = 1.0 / inputs;
    for (int size = 0; size < inputs; size++) {
      weights[size] = weight;
      weight *= (size + 1.0) / (inputs - size - 1);
    }
    return weights;
  }
}
