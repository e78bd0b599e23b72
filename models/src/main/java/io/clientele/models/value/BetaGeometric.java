package io.clientele.models.value;

import org.hipparchus.special.Gamma;

/**
 * BG/NBD, and MBG/NBD when modified: purchases at a gamma rate; after each purchase (MBG: also the
 * first) the customer may drop out, with a beta probability.
 *
 * <p>References: Fader, Hardie and Lee 2005, Marketing Science 24(2), eq. 6 and 10; Batislam,
 * Denizel and Filiztekin 2007, Int. J. Research in Marketing 24(3); Hardie note 004 for the form in
 * logarithms.
 *
 * @param r shape of the purchase rate
 * @param alpha its inverse scale, in time units
 * @param a first parameter of the drop-out probability
 * @param b second parameter
 * @param isModified MBG/NBD
 */
public record BetaGeometric(double r, double alpha, double a, double b, boolean isModified)
    implements PurchaseModel {

  /** log of: dropped out after the last purchase, relative to alive. */
  private double logDead(int x, double lastAge, double age) {
    if (x == 0 && !isModified) {
      return Double.NEGATIVE_INFINITY;
    }
    return Math.log(a / odds(x)) + (r + x) * Math.log1p((age - lastAge) / (alpha + lastAge));
  }

  private double odds(int x) {
    return isModified ? b + x : b + x - 1;
  }

  @Override
  public double logLikelihood(int x, double lastAge, double age) {
    int tosses = isModified ? x + 1 : x;
    return (Gamma.logGamma(r + x) - Gamma.logGamma(r))
        + (Gamma.logGamma(a + b) - Gamma.logGamma(b))
        + (Gamma.logGamma(b + tosses) - Gamma.logGamma(a + b + tosses))
        - r * Math.log1p(age / alpha)
        - x * Math.log(alpha + age)
        + Logs.onePlusExp(logDead(x, lastAge, age));
  }

  @Override
  public double alive(int x, double lastAge, double age) {
    return 1 / (1 + Math.exp(logDead(x, lastAge, age)));
  }

  @Override
  public double noPurchase(int x, double lastAge, double age, double horizon) {
    double buys = -Math.expm1(-(r + x) * Math.log1p(horizon / (alpha + age)));
    return 1 - alive(x, lastAge, age) * buys;
  }

  /**
   * Fader, Hardie and Lee eq. 10 after Euler's transformation of its hypergeometric function: the
   * parameters of the series stay small however large x is, and a = 1 is no special place.
   */
  @Override
  public double expectedPurchases(int x, double lastAge, double age, double horizon) {
    double z = horizon / (alpha + age + horizon);
    double c = (isModified ? a + b + 1 : a + b) + x - 1;
    double epsilon = a - 1;
    double logRest = Math.log1p(-z);
    double series = Logs.hypergeometricRest(epsilon, a + (isModified ? b + 1 : b) - 1 - r, c, z);
    double growth = -Logs.expm1Over(epsilon, logRest) - Math.exp(epsilon * logRest) * series;
    return Math.max(0, c * growth) * alive(x, lastAge, age);
  }

  @Override
  public double medianWait(int x, double age) {
    return Logs.medianOfGammaRate(r + x, alpha + age);
  }
}
