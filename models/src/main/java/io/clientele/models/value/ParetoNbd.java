package io.clientele.models.value;

import org.hipparchus.special.Gamma;

/**
 * Pareto/NBD: purchases at a gamma rate until the customer drops out, at an exponential age whose
 * rate is gamma too.
 *
 * <p>References: Schmittlein, Morrison and Colombo 1987, Management Science 33(1); Fader and Hardie
 * 2005, "A note on deriving the Pareto/NBD model and related expressions".
 *
 * @param r shape of the purchase rate
 * @param alpha its inverse scale, in time units
 * @param s shape of the drop-out rate
 * @param beta its inverse scale, in time units
 */
public record ParetoNbd(double r, double alpha, double s, double beta) implements PurchaseModel {

  @Override
  public double logLikelihood(int x, double lastAge, double age) {
    return Gamma.logGamma(r + x) - Gamma.logGamma(r) + sums(x, lastAge, age)[0];
  }

  @Override
  public double alive(int x, double lastAge, double age) {
    return Math.exp(sums(x, lastAge, age)[1]);
  }

  private double[] sums(double x, double lastAge, double age) {
    return new ParetoMixture(r, alpha, s, beta).logSumAndAlive(x, lastAge, age);
  }

  @Override
  public double expectedPurchases(int x, double lastAge, double age, double horizon) {
    double growth = -Logs.expm1Over(s - 1, -Math.log1p(horizon / (beta + age)));
    return alive(x, lastAge, age) * (r + x) / (alpha + age) * (beta + age) * growth;
  }

  /**
   * Who is alive at T is a new customer with parameters r + x, alpha + T, s, beta + T; no purchase
   * of theirs in the horizon is the likelihood of x = 0.
   */
  @Override
  public double noPurchase(int x, double lastAge, double age, double horizon) {
    double silent =
        new ParetoMixture(r + x, alpha + age, s, beta + age).logSumAndAlive(0, 0, horizon)[0];
    return 1 + alive(x, lastAge, age) * Math.expm1(Math.min(0, silent));
  }

  @Override
  public double medianWait(int x, double age) {
    return Logs.medianOfGammaRate(r + x, alpha + age);
  }
}
