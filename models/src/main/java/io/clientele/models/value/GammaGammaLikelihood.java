package io.clientele.models.value;

import org.hipparchus.special.Gamma;

/** Log-likelihood of Gamma-Gamma in p, q, gamma. */
final class GammaGammaLikelihood implements Likelihood {
  private static final double WIDTH = Math.exp(9);
  private static final int P = 0;
  private static final int Q = 1;
  private static final int V = 2;

  private final Spends spends;
  private final Levels repeats;
  private final double[] weightOfRepeats;
  private final double weight;
  private double sumLogSpend;
  private double sumLogMean;
  private double sumXLogX;

  GammaGammaLikelihood(Spends spends) {
    this.spends = spends;
    this.repeats = Levels.of(spends.repeats());
    this.weightOfRepeats = repeats.weights(spends.weights());
    this.weight = spends.customers();
    for (int i = 0; i < spends.size(); i++) {
      double w = spends.weights()[i];
      int x = spends.repeats()[i];
      sumLogSpend += w * x * Math.log(spends.means()[i]);
      sumLogMean += w * Math.log(spends.means()[i]);
      sumXLogX += w * x * Math.log(x);
    }
  }

  @Override
  public double weight() {
    return weight;
  }

  @Override
  public double[] start() {
    return new double[] {3, 3, 2 * spends.mean()};
  }

  @Override
  public double[][] bounds() {
    double mean = spends.mean();
    return new double[][] {{1 / WIDTH, 1 / WIDTH, mean / WIDTH}, {WIDTH, WIDTH, mean * WIDTH}};
  }

  @Override
  public Curvature at(double[] parameters) {
    double p = parameters[P];
    double q = parameters[Q];
    double v = parameters[V];
    Curvature sum = Curvature.sum(spends.size(), 3, (part, rows) -> addScales(part, rows, p, q, v));
    sum.value += p * sumLogSpend - sumLogMean + p * sumXLogX + weight * q * Math.log(v);
    sum.gradient[P] += sumLogSpend + sumXLogX;
    sum.gradient[Q] += weight * Math.log(v);
    sum.gradient[V] += weight * q / v;
    sum.addHessian(Q, V, weight / v);
    sum.addHessian(V, V, -weight * q / (v * v));
    addGammas(sum, p, q);
    return sum;
  }

  /** The terms -(p x + q) log(v + x m). */
  private void addScales(Curvature part, Curvature.Span rows, double p, double q, double v) {
    for (int i = rows.from(); i < rows.to(); i++) {
      double w = spends.weights()[i];
      double x = spends.repeats()[i];
      double scale = v + x * spends.means()[i];
      double log = Math.log(scale);
      double shape = p * x + q;
      part.value -= w * shape * log;
      part.gradient[P] -= w * x * log;
      part.gradient[Q] -= w * log;
      part.gradient[V] -= w * shape / scale;
      part.addHessian(P, V, -w * x / scale);
      part.addHessian(Q, V, -w / scale);
      part.addHessian(V, V, w * shape / (scale * scale));
    }
  }

  /** The terms lnG(p x + q) - lnG(p x) - lnG(q). */
  private void addGammas(Curvature sum, double p, double q) {
    for (int k = 0; k < weightOfRepeats.length; k++) {
      double w = weightOfRepeats[k];
      double x = repeats.values()[k];
      sum.value += w * (Gamma.logGamma(p * x + q) - Gamma.logGamma(p * x) - Gamma.logGamma(q));
      double both = Gamma.digamma(p * x + q);
      sum.gradient[P] += w * x * (both - Gamma.digamma(p * x));
      sum.gradient[Q] += w * (both - Gamma.digamma(q));
      double bend = Gamma.trigamma(p * x + q);
      sum.addHessian(P, P, w * x * x * (bend - Gamma.trigamma(p * x)));
      sum.addHessian(P, Q, w * x * bend);
      sum.addHessian(Q, Q, w * (bend - Gamma.trigamma(q)));
    }
  }
}
