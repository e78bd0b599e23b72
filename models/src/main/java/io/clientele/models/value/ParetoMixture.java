package io.clientele.models.value;

/**
 * The likelihood of Pareto/NBD as a mixture over what may have happened: alive until T, or dropped
 * out at an age between t_x and T. Each state has a closed form, so value, derivatives and P(alive)
 * are sums over states; no hypergeometric function is needed.
 *
 * <p>L = G(r+x)/G(r) alpha^r beta^s { (alpha+T)^-(r+x) (beta+T)^-s + integral from t_x to T of s
 * (beta+tau)^-(s+1) (alpha+tau)^-(r+x) dtau } (Fader and Hardie 2005, "A note on deriving the
 * Pareto/NBD model", eq. 13 before the integral is solved).
 *
 * <p>The integral runs over u = log(c + tau), c the smaller of alpha and beta, in panels of 16
 * Gauss-Legendre points: its poles stay pi away from the axis, and a panel ends where the integrand
 * would fall by more than e^24. That reaches the last digits also for x in the hundreds, t_x close
 * to T and parameters that ran far away, where hypergeometric functions over- or underflow.
 */
final class ParetoMixture {
  private static final double WIDEST = 4;
  private static final double FALL = 24;
  private static final double NEGLIGIBLE = -45;

  private final double r;
  private final double alpha;
  private final double s;
  private final double beta;

  /** Takes one state after the other. */
  interface States {
    /** The customer is alive at the end. */
    void alive(double logWeight);

    /**
     * The customer dropped out at that age.
     *
     * @param logAlpha log(alpha + age)
     * @param logBeta log(beta + age)
     */
    void dead(double age, double logAlpha, double logBeta, double logWeight);
  }

  ParetoMixture(double r, double alpha, double s, double beta) {
    this.r = r;
    this.alpha = alpha;
    this.s = s;
    this.beta = beta;
  }

  /** Shows all states that matter, without the factor of the gamma functions. */
  void visit(double x, double last, double age, States states) {
    double base = r * Math.log(alpha) + s * Math.log(beta);
    double logAlive = base - (r + x) * Math.log(alpha + age) - s * Math.log(beta + age);
    states.alive(logAlive);
    if (age <= last) {
      return;
    }
    boolean isAlphaSmaller = alpha <= beta;
    double c = isAlphaSmaller ? alpha : beta;
    double d = isAlphaSmaller ? beta : alpha;
    double ofC = isAlphaSmaller ? r + x : s + 1;
    double ofD = isAlphaSmaller ? s + 1 : r + x;
    double logFactor = base + Math.log(s);
    double logLast = Math.log(c + last);
    double end = Math.log1p((age - last) / (c + last));
    double highest = logAlive;
    for (double u = 0; u < end; ) {
      double width = Math.min(end - u, WIDEST);
      double far = (c + last) * Math.exp(u + width);
      width = Math.min(width, FALL / (ofC + ofD * far / (d - c + far)));
      double top = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < GaussLegendre.POINTS; i++) {
        double at = u + width / 2 * (1 + GaussLegendre.NODES[i]);
        double tau = last + (c + last) * Math.expm1(at);
        double logC = logLast + at;
        double logD = Math.log(d + tau);
        double log = logFactor + Math.log(width / 2) + logC - ofC * logC - ofD * logD;
        top = Math.max(top, log);
        states.dead(
            tau, isAlphaSmaller ? logC : logD, isAlphaSmaller ? logD : logC, log + LOG_WEIGHTS[i]);
      }
      highest = Math.max(highest, top);
      if (top < highest + NEGLIGIBLE) {
        return;
      }
      u += width;
    }
  }

  private static final double[] LOG_WEIGHTS = logWeights();

  private static double[] logWeights() {
    double[] logs = new double[GaussLegendre.POINTS];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(GaussLegendre.WEIGHTS[i]);
    }
    return logs;
  }

  /** log of the sum over all states, and log of the share that is alive. */
  double[] logSumAndAlive(double x, double last, double age) {
    double[] sums = {Double.NEGATIVE_INFINITY, 0};
    visit(
        x,
        last,
        age,
        new States() {
          @Override
          public void alive(double logWeight) {
            sums[0] = logWeight;
            sums[1] = logWeight;
          }

          @Override
          public void dead(double at, double logAlpha, double logBeta, double logWeight) {
            double high = Math.max(sums[0], logWeight);
            sums[0] = high + Math.log1p(Math.exp(Math.min(sums[0], logWeight) - high));
          }
        });
    return new double[] {sums[0], sums[1] - sums[0]};
  }
}
