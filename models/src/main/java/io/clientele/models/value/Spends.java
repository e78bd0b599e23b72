package io.clientele.models.value;

/**
 * Mean spends of customers with repeat purchases.
 *
 * @param repeats x, at least 1
 * @param means mean spend of a repeat purchase, above 0
 * @param weights customers behind each
 */
public record Spends(int[] repeats, double[] means, double[] weights) {
  int size() {
    return repeats.length;
  }

  double customers() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  double mean() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += weights[i] * means[i];
    }
    return sum / customers();
  }

  /** Pearson correlation of x and the mean spend; the model wants it near 0. */
  public double correlation() {
    double[] x = new double[size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = repeats[i];
    }
    return Measures.correlation(x, means, weights);
  }
}
