package io.clientele.models.value;

import org.hipparchus.special.Gamma;

/**
 * NBD: purchases at a gamma rate, nobody drops out. It stands in where the data show no drop-out.
 *
 * <p>Reference: Ehrenberg 1959, Applied Statistics 8(1).
 *
 * @param r shape of the purchase rate
 * @param alpha its inverse scale, in time units
 */
public record PoissonGamma(double r, double alpha) implements PurchaseModel {

  @Override
  public double logLikelihood(int x, double lastAge, double age) {
    return Gamma.logGamma(r + x)
        - Gamma.logGamma(r)
        - r * Math.log1p(age / alpha)
        - x * Math.log(alpha + age);
  }

  @Override
  public double alive(int x, double lastAge, double age) {
    return 1;
  }

  @Override
  public double expectedPurchases(int x, double lastAge, double age, double horizon) {
    return (r + x) / (alpha + age) * horizon;
  }

  @Override
  public double noPurchase(int x, double lastAge, double age, double horizon) {
    return Math.exp(-(r + x) * Math.log1p(horizon / (alpha + age)));
  }

  @Override
  public double medianWait(int x, double age) {
    return Logs.medianOfGammaRate(r + x, alpha + age);
  }

  /** Its log-likelihood in r, alpha. */
  static Likelihood likelihood(Histories histories) {
    return new NbdLikelihood(histories);
  }

  private record NbdLikelihood(Histories histories) implements Likelihood {
    @Override
    public double weight() {
      return histories.customers();
    }

    @Override
    public double[] start() {
      return new double[] {0.5, histories.meanAge() / 2};
    }

    @Override
    public double[][] bounds() {
      double width = Math.exp(9);
      double mean = histories.meanAge();
      return new double[][] {{1 / width, mean / width}, {width, mean * width}};
    }

    @Override
    public Curvature at(double[] parameters) {
      double r = parameters[0];
      double alpha = parameters[1];
      Curvature sum =
          Curvature.sum(
              histories.size(),
              2,
              (part, rows) -> {
                for (int i = rows.from(); i < rows.to(); i++) {
                  double w = histories.weights()[i];
                  double over = 1 / (alpha + histories.ages()[i]);
                  double log = Math.log(over);
                  double rx = r + histories.repeats()[i];
                  part.value += w * (rx * log + r * Math.log(alpha));
                  part.gradient[0] += w * (log + Math.log(alpha));
                  part.gradient[1] += w * (r / alpha - rx * over);
                  part.addHessian(0, 1, w * (1 / alpha - over));
                  part.addHessian(1, 1, w * (rx * over * over - r / (alpha * alpha)));
                }
              });
      Levels repeats = Levels.of(histories.repeats());
      GammaTerms.addRatio(sum, 1, r, repeats.values(), repeats.weights(histories.weights()), 0);
      return sum;
    }
  }
}
