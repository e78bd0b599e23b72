package io.clientele.models.value;

/**
 * Log-likelihood of Pareto/NBD in r, alpha, s, beta. First derivatives are the means, over what may
 * have happened to a customer, of the derivatives of the closed forms; second ones add their
 * variances.
 */
final class ParetoLikelihood implements Likelihood {
  private static final double WIDTH = Math.exp(9);
  private static final int R = 0;
  private static final int ALPHA = 1;
  private static final int S = 2;
  private static final int BETA = 3;

  private final Histories histories;
  private final Levels repeats;
  private final double[] weightOfRepeats;
  private final double weight;
  private final double meanAge;

  ParetoLikelihood(Histories histories) {
    this.histories = histories;
    this.repeats = Levels.of(histories.repeats());
    this.weightOfRepeats = repeats.weights(histories.weights());
    this.weight = histories.customers();
    this.meanAge = histories.meanAge();
  }

  @Override
  public double weight() {
    return weight;
  }

  @Override
  public double[] start() {
    return new double[] {0.5, meanAge / 2, 0.7, meanAge / 2};
  }

  @Override
  public double[][] bounds() {
    return new double[][] {
      {1 / WIDTH, meanAge / WIDTH, 1 / WIDTH, meanAge / WIDTH},
      {WIDTH, meanAge * WIDTH, WIDTH, meanAge * WIDTH}
    };
  }

  @Override
  public Curvature at(double[] parameters) {
    Curvature sum =
        Curvature.sum(
            histories.size(),
            4,
            (part, rows) -> {
              Moments moments = new Moments(parameters);
              for (int i = rows.from(); i < rows.to(); i++) {
                moments.of(histories.repeats()[i], histories.lastAges()[i], histories.ages()[i]);
                moments.addTo(part, histories.weights()[i]);
              }
            });
    double r = parameters[R];
    double alpha = parameters[ALPHA];
    double s = parameters[S];
    double beta = parameters[BETA];
    GammaTerms.addRatio(sum, 1, r, repeats.values(), weightOfRepeats, R);
    sum.gradient[R] += weight * Math.log(alpha);
    sum.gradient[ALPHA] += weight * r / alpha;
    sum.gradient[S] += weight * Math.log(beta);
    sum.gradient[BETA] += weight * s / beta;
    sum.addHessian(R, ALPHA, weight / alpha);
    sum.addHessian(ALPHA, ALPHA, -weight * r / (alpha * alpha));
    sum.addHessian(S, BETA, weight / beta);
    sum.addHessian(BETA, BETA, -weight * s / (beta * beta));
    return sum;
  }

  /** Weighted means of the derivatives over the states of one history. */
  private static final class Moments implements ParetoMixture.States {
    private final double alpha;
    private final double beta;
    private final double s;
    private final double r;
    private final ParetoMixture mixture;
    private final double[] first = new double[4];
    private final double[] mean = new double[4];
    private final double[] square = new double[16];
    private double total;
    private double reference;
    private double rx;
    private double age;

    private Moments(double[] parameters) {
      r = parameters[R];
      alpha = parameters[ALPHA];
      s = parameters[S];
      beta = parameters[BETA];
      mixture = new ParetoMixture(r, alpha, s, beta);
    }

    private void of(int x, double last, double until) {
      java.util.Arrays.fill(mean, 0);
      java.util.Arrays.fill(square, 0);
      total = 0;
      rx = r + x;
      age = until;
      mixture.visit(x, last, until, this);
    }

    @Override
    public void alive(double logWeight) {
      reference = logWeight;
      double overAlpha = 1 / (alpha + age);
      double overBeta = 1 / (beta + age);
      first[R] = -Math.log(alpha + age);
      first[S] = -Math.log(beta + age);
      first[ALPHA] = -rx * overAlpha;
      first[BETA] = -s * overBeta;
      add(1, overAlpha, overBeta, s * overBeta * overBeta, 0);
    }

    @Override
    public void dead(double at, double logAlpha, double logBeta, double logWeight) {
      double overAlpha = 1 / (alpha + at);
      double overBeta = 1 / (beta + at);
      first[R] = -logAlpha;
      first[S] = 1 / s - logBeta;
      first[ALPHA] = -rx * overAlpha;
      first[BETA] = -(s + 1) * overBeta;
      double ratio = logWeight - reference;
      if (ratio > 600) {
        rescale(logWeight);
        ratio = 0;
      }
      add(Math.exp(ratio), overAlpha, overBeta, (s + 1) * overBeta * overBeta, 1 / (s * s));
    }

    private void rescale(double logWeight) {
      double factor = Math.exp(reference - logWeight);
      reference = logWeight;
      total *= factor;
      for (int i = 0; i < mean.length; i++) {
        mean[i] *= factor;
      }
      for (int i = 0; i < square.length; i++) {
        square[i] *= factor;
      }
    }

    private void add(double w, double overAlpha, double overBeta, double bend, double bendS) {
      total += w;
      for (int i = 0; i < 4; i++) {
        mean[i] += w * first[i];
        for (int j = 0; j <= i; j++) {
          square[4 * i + j] += w * first[i] * first[j];
        }
      }
      square[4 * ALPHA + R] -= w * overAlpha;
      square[4 * ALPHA + ALPHA] += w * rx * overAlpha * overAlpha;
      square[4 * S + S] -= w * bendS;
      square[4 * BETA + S] -= w * overBeta;
      square[4 * BETA + BETA] += w * bend;
    }

    private void addTo(Curvature sum, double w) {
      sum.value += w * (reference + Math.log(total));
      for (int i = 0; i < 4; i++) {
        sum.gradient[i] += w * mean[i] / total;
        for (int j = 0; j <= i; j++) {
          double second = square[4 * i + j] - mean[i] * mean[j] / total;
          sum.addHessian(i, j, w * second / total);
        }
      }
    }
  }
}
