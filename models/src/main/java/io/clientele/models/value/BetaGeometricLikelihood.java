package io.clientele.models.value;

import java.util.Arrays;

/**
 * Log-likelihood of BG/NBD or MBG/NBD in r, alpha, a, b. Logarithms are taken once per distinct
 * time and gamma functions once per distinct x, so that a history costs one exponential.
 */
final class BetaGeometricLikelihood implements Likelihood {
  private static final double WIDTH = Math.exp(9);
  private static final int R = 0;
  private static final int ALPHA = 1;
  private static final int A = 2;
  private static final int B = 3;

  private final Histories histories;
  private final boolean isModified;
  private final Levels repeats;
  private final Levels lastAges;
  private final Levels ages;
  private final double[] weightOfRepeats;
  private final double[] tosses;
  private final double weight;
  private final double meanAge;

  BetaGeometricLikelihood(Histories histories, boolean isModified) {
    this.histories = histories;
    this.isModified = isModified;
    this.repeats = Levels.of(histories.repeats());
    this.lastAges = Levels.of(histories.lastAges());
    this.ages = Levels.of(histories.ages());
    this.weightOfRepeats = repeats.weights(histories.weights());
    this.tosses = Arrays.stream(repeats.values()).map(x -> isModified ? x + 1 : x).toArray();
    this.weight = histories.customers();
    this.meanAge = histories.meanAge();
  }

  @Override
  public double weight() {
    return weight;
  }

  @Override
  public double[] start() {
    return new double[] {0.5, meanAge / 2, 0.7, 2};
  }

  @Override
  public double[][] bounds() {
    return new double[][] {
      {1 / WIDTH, meanAge / WIDTH, 1 / WIDTH, 1 / WIDTH}, {WIDTH, meanAge * WIDTH, WIDTH, WIDTH}
    };
  }

  @Override
  public Curvature at(double[] parameters) {
    double r = parameters[R];
    double alpha = parameters[ALPHA];
    double a = parameters[A];
    double b = parameters[B];
    double[] logAge = logs(ages, alpha);
    double[] logLast = logs(lastAges, alpha);
    double[] overOdds = new double[repeats.values().length];
    double[] logOdds = new double[overOdds.length];
    for (int k = 0; k < overOdds.length; k++) {
      double odds = b + repeats.values()[k] - (isModified ? 0 : 1);
      boolean mayBeDead = isModified || repeats.values()[k] > 0;
      overOdds[k] = mayBeDead ? 1 / odds : 0;
      logOdds[k] = mayBeDead ? Math.log(a / odds) : Double.NEGATIVE_INFINITY;
    }
    Curvature sum =
        Curvature.sum(
            histories.size(),
            4,
            (part, rows) -> {
              Row row = new Row(part, 1 / a);
              for (int i = rows.from(); i < rows.to(); i++) {
                int x = repeats.places()[i];
                int last = lastAges.places()[i];
                int age = ages.places()[i];
                double rx = r + repeats.values()[x];
                double inverseAge = 1 / (alpha + ages.values()[age]);
                double spread = logAge[age] - logLast[last];
                row.rx = rx;
                row.logAge = logAge[age];
                row.inverseAge = inverseAge;
                row.inverseLast = 1 / (alpha + lastAges.values()[last]);
                row.spread = spread;
                row.overOdds = overOdds[x];
                row.add(histories.weights()[i], logOdds[x] + rx * spread);
              }
              row.flush();
            });
    GammaTerms.addRatio(sum, 1, r, repeats.values(), weightOfRepeats, R);
    GammaTerms.addRatio(sum, 1, b, tosses, weightOfRepeats, B);
    GammaTerms.addRatio(sum, -1, a + b, tosses, weightOfRepeats, A, B);
    sum.value += weight * r * Math.log(alpha);
    sum.gradient[R] += weight * Math.log(alpha);
    sum.gradient[ALPHA] += weight * r / alpha;
    sum.hessian[ALPHA][ALPHA] -= weight * r / (alpha * alpha);
    sum.addHessian(R, ALPHA, weight / alpha);
    return sum;
  }

  private static double[] logs(Levels times, double alpha) {
    return Arrays.stream(times.values()).map(time -> Math.log(alpha + time)).toArray();
  }

  /** One history after the other; sums are kept in fields of a local object, for speed. */
  private static final class Row {
    private final Curvature sum;
    private final double overA;
    private double rx;
    private double logAge;
    private double inverseAge;
    private double inverseLast;
    private double spread;
    private double overOdds;
    private double value;
    private double r;
    private double alpha;
    private double a;
    private double b;
    private double rr;
    private double rAlpha;
    private double ra;
    private double rb;
    private double alphaAlpha;
    private double alphaA;
    private double alphaB;
    private double aa;
    private double ab;
    private double bb;

    private Row(Curvature sum, double overA) {
      this.sum = sum;
      this.overA = overA;
    }

    /** Dead after the last purchase with log-odds d against alive. */
    private void add(double w, double d) {
      double odds = Math.exp(Math.min(d, 700));
      double dead = odds / (1 + odds);
      double both = w * dead / (1 + odds);
      double wd = w * dead;
      double fall = rx * (inverseAge - inverseLast);
      value += w * ((d > 36 ? d : Math.log1p(odds)) - rx * logAge);
      r += wd * spread - w * logAge;
      alpha += wd * fall - w * rx * inverseAge;
      a += wd * overA;
      b -= wd * overOdds;
      rr += both * spread * spread;
      rAlpha += wd * (inverseAge - inverseLast) - w * inverseAge + both * spread * fall;
      ra += both * spread * overA;
      rb -= both * spread * overOdds;
      alphaAlpha +=
          rx * (w * inverseAge * inverseAge)
              - wd * fall * (inverseAge + inverseLast)
              + both * fall * fall;
      alphaA += both * fall * overA;
      alphaB -= both * fall * overOdds;
      aa += (both - wd) * overA * overA;
      ab -= both * overA * overOdds;
      bb += (both + wd) * overOdds * overOdds;
    }

    private void flush() {
      sum.value += value;
      double[] first = {r, alpha, a, b};
      for (int i = 0; i < first.length; i++) {
        sum.gradient[i] += first[i];
      }
      sum.addHessian(R, R, rr);
      sum.addHessian(R, ALPHA, rAlpha);
      sum.addHessian(R, A, ra);
      sum.addHessian(R, B, rb);
      sum.addHessian(ALPHA, ALPHA, alphaAlpha);
      sum.addHessian(ALPHA, A, alphaA);
      sum.addHessian(ALPHA, B, alphaB);
      sum.addHessian(A, A, aa);
      sum.addHessian(A, B, ab);
      sum.addHessian(B, B, bb);
    }
  }
}
