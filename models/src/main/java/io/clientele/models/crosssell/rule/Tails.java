package io.clientele.models.crosssell.rule;

import org.hipparchus.special.Gamma;

/** Upper tails: the chance of at least so many. */
final class Tails {
  private static final double NEGLIGIBLE = 1e-17;

  private Tails() {}

  /**
   * P(X at least {@code count}) of a Poisson variable. For counts above the mean it bounds the tail
   * of a sum of independent trials with that mean from above (Hoeffding 1956), so a p-value stays
   * valid.
   */
  static double poisson(int count, double mean) {
    return count <= 0 ? 1 : Gamma.regularizedGammaP(count, mean);
  }

  /**
   * Fisher's exact test, one-sided: P(X at least {@code both}) when {@code drawn} of {@code all}
   * are drawn and {@code marked} of them are marked.
   */
  static double hypergeometric(long all, long marked, long drawn, long both) {
    double term =
        Math.exp(
            logChoose(marked, both)
                + logChoose(all - marked, drawn - both)
                - logChoose(all, drawn));
    double sum = 0;
    for (long k = both; k <= Math.min(marked, drawn) && term > sum * NEGLIGIBLE; k++) {
      sum += term;
      term *=
          (double) (marked - k) * (drawn - k) / ((double) (k + 1) * (all - marked - drawn + k + 1));
    }
    return Math.min(1, sum);
  }

  private static double logChoose(long n, long k) {
    if (k < 0 || k > n) {
      return Double.NEGATIVE_INFINITY;
    }
    return Gamma.logGamma(n + 1.0) - Gamma.logGamma(k + 1.0) - Gamma.logGamma(n - k + 1.0);
  }
}
