package io.clientele.models.value;

/**
 * Gamma-Gamma: what a customer spends a purchase, given the mean of the purchases seen.
 *
 * <p>References: Fader, Hardie and Lee 2005, J. Marketing Research 42; Fader and Hardie 2013, note
 * 025, eq. 1a and 5. It takes spend and frequency as independent.
 *
 * @param p shape of a single purchase
 * @param q shape of its scale
 * @param gamma scale, in money
 */
public record GammaGamma(double p, double q, double gamma) {

  /** Expected mean spend of a customer; with no repeat purchase that of everybody. */
  public double expectedMeanSpend(int x, double meanSpend) {
    double seen = x > 0 && meanSpend > 0 ? x : 0;
    return p * (gamma + seen * meanSpend) / (p * seen + q - 1);
  }

  /** Whether the mean over all customers is finite. */
  boolean hasMean() {
    return q > 1;
  }
}
