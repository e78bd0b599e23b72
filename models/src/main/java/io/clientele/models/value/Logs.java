package io.clientele.models.value;

/** Functions that lose no digits where their plain forms overflow or cancel. */
final class Logs {
  private static final int MOST_TERMS = 5_000_000;
  private static final double NEGLIGIBLE = 1e-17;

  private Logs() {}

  /** log(1 + e^y). */
  static double onePlusExp(double y) {
    return y > 36 ? y : Math.log1p(Math.exp(y));
  }

  /** (e^(epsilon y) - 1) / epsilon, y where epsilon is 0. */
  static double expm1Over(double epsilon, double y) {
    return epsilon == 0 ? y : Math.expm1(epsilon * y) / epsilon;
  }

  /** Median of an exponential time whose rate is gamma: scale (2^(1/shape) - 1). */
  static double medianOfGammaRate(double shape, double scale) {
    return scale * Math.expm1(Math.log(2) / shape);
  }

  /**
   * (2F1(epsilon, second; c; z) - 1) / epsilon by its series, which goes through at epsilon = 0.
   *
   * @param z 0 to below 1
   */
  static double hypergeometricRest(double epsilon, double second, double c, double z) {
    double term = second / c * z;
    double sum = term;
    for (int n = 1; n < MOST_TERMS; n++) {
      term *= (epsilon + n) * (second + n) / ((c + n) * (n + 1)) * z;
      sum += term;
      // Beyond n the terms fall at least like a geometric series of ratio z.
      if (Math.abs(term) <= NEGLIGIBLE * (1 - z) * Math.abs(sum)) {
        break;
      }
    }
    return sum;
  }
}
