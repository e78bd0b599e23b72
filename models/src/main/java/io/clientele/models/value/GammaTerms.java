package io.clientele.models.value;

import org.hipparchus.special.Gamma;

/** log of the gamma function at parameter + count, with derivatives, weighted. */
final class GammaTerms {
  private GammaTerms() {}

  /**
   * Adds sign x sum of w (lnG(base + n) - lnG(base)) and its derivatives.
   *
   * @param parameters indices of the parameters whose sum is the base
   */
  static void addRatio(
      Curvature sum,
      double sign,
      double base,
      double[] counts,
      double[] weights,
      int... parameters) {
    double value = 0;
    double first = 0;
    double second = 0;
    double logGamma = Gamma.logGamma(base);
    double digamma = Gamma.digamma(base);
    double trigamma = Gamma.trigamma(base);
    for (int k = 0; k < counts.length; k++) {
      if (counts[k] != 0) {
        value += weights[k] * (Gamma.logGamma(base + counts[k]) - logGamma);
        first += weights[k] * (Gamma.digamma(base + counts[k]) - digamma);
        second += weights[k] * (Gamma.trigamma(base + counts[k]) - trigamma);
      }
    }
    sum.value += sign * value;
    for (int i : parameters) {
      sum.gradient[i] += sign * first;
      for (int j : parameters) {
        sum.hessian[i][j] += sign * second;
      }
    }
  }
}
