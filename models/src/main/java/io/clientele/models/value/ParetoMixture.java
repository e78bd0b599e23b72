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
 * <p>The integral runs over q, where c + tau = (c + t_x) e^(q/k), c the smaller of alpha and beta,
 * k = r + s + x: there the logarithm of the integrand falls by at most 1 a unit and its poles stay
 * k pi away, so that panels of 16 points reach the last digits, also for x in the hundreds and t_x
 * close to T, where A0 by hypergeometric functions over- or underflows.
 */
final class ParetoMixture {
  private static final double PANEL = 24;
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
    double k = r + s + x;
    double length = k * Math.log1p((age - last) / (c + last));
    int panels = (int) Math.ceil(Math.max(1, Math.max(length / PANEL, length / (4 * k))));
    double half = length / panels / 2;
    double logStart = Math.log(c + last);
    double logFactor = base + Math.log(s * half / k);
    double highest = logAlive;
    for (int panel = 0; panel < panels; panel++) {
      double top = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < GaussLegendre.POINTS; i++) {
        double q = half * (2 * panel + 1 + GaussLegendre.NODES[i]);
        double logC = logStart + q / k;
        double tau = last + (c + last) * Math.expm1(q / k);
        double logOther = Math.log((isAlphaSmaller ? beta : alpha) + tau);
        double logAlpha = isAlphaSmaller ? logC : logOther;
        double logBeta = isAlphaSmaller ? logOther : logC;
        double log = logFactor + logC - (s + 1) * logBeta - (r + x) * logAlpha;
        top = Math.max(top, log);
        states.dead(tau, logAlpha, logBeta, log + LOG_WEIGHTS[i]);
      }
      highest = Math.max(highest, top);
      if (top < highest + NEGLIGIBLE) {
        return;
      }
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
