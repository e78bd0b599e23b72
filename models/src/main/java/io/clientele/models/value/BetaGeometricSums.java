package io.clientele.models.value;

import static io.clientele.models.value.BetaGeometricLikelihood.A;
import static io.clientele.models.value.BetaGeometricLikelihood.ALPHA;
import static io.clientele.models.value.BetaGeometricLikelihood.B;
import static io.clientele.models.value.BetaGeometricLikelihood.R;

/**
 * Sums over histories of the terms log(1 + e^d) - (r + x) log(alpha + T), d = log(a / odds) + (r +
 * x) (log(alpha + T) - log(alpha + t_x)), and of their derivatives. Plain fields, because this is
 * where a fit spends its time.
 */
final class BetaGeometricSums {
  private final double overA;
  private double rx;
  private double logAge;
  private double inverseAge;
  private double spread;
  private double inverseLast;
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

  BetaGeometricSums(double overA) {
    this.overA = overA;
  }

  /** Sets r + x, log and inverse of alpha + T and of alpha + t_x. */
  void time(double shape, double ageLog, double ageInverse, double lastLog, double lastInverse) {
    rx = shape;
    logAge = ageLog;
    inverseAge = ageInverse;
    spread = ageLog - lastLog;
    inverseLast = lastInverse;
  }

  /** Adds a history with its weight; log-odds of minus infinity where nobody can be dead. */
  void add(double w, double logOdds, double overOdds) {
    double d = logOdds + rx * spread;
    double odds = Math.exp(Math.min(d, 700));
    double dead = odds / (1 + odds);
    double wd = w * dead;
    double both = wd / (1 + odds);
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
        rx * w * inverseAge * inverseAge
            - wd * fall * (inverseAge + inverseLast)
            + both * fall * fall;
    alphaA += both * fall * overA;
    alphaB -= both * fall * overOdds;
    aa += (both - wd) * overA * overA;
    ab -= both * overA * overOdds;
    bb += (both + wd) * overOdds * overOdds;
  }

  void addTo(Curvature sum) {
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
