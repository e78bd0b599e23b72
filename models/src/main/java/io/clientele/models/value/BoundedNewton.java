package io.clientele.models.value;

import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Maximises a log-likelihood of a few positive parameters inside bounds: Newton steps on their
 * logarithms with exact second derivatives.
 *
 * <p>Where the surface is not concave the absolute eigenvalues stand in (Dauphin et al. 2014,
 * saddle-free Newton; Nocedal and Wright 2006, section 3.4), and a step that does not climb is
 * halved. A parameter at a bound that wants beyond it stays there.
 */
final class BoundedNewton {
  private static final int MAX_STEPS = 100;
  private static final int MAX_HALVINGS = 25;
  private static final double LONGEST_STEP = 2;
  private static final double FLATTEST = 1e-10;

  /** Gain in log-likelihood that a step promises below which it is the last: 1e-4 of an error. */
  private static final double LEAST_GAIN = 1e-9;

  /** Gain that a step brought below which the surface is flat as far as numbers show it. */
  private static final double LEAST_CLIMB = 1e-8;

  private final Likelihood likelihood;
  private final double[] low;
  private final double[] high;
  private double[] place;
  private Curvature here;

  /**
   * Where it ended.
   *
   * @param parameters the best found
   * @param at likelihood and derivatives there
   * @param isConverged whether no step promised a gain any more
   * @param isAtBound whether a parameter ended at a bound
   */
  record Maximum(double[] parameters, Curvature at, boolean isConverged, boolean isAtBound) {

    /** From the inverse of the observed information; NaN where that has none. */
    double[] standardErrors() {
      double[][] information = new double[parameters.length][parameters.length];
      for (int i = 0; i < information.length; i++) {
        for (int j = 0; j < information.length; j++) {
          information[i][j] = -at.hessian[i][j] * parameters[i] * parameters[j];
        }
      }
      double[] errors = new double[parameters.length];
      Arrays.fill(errors, Double.NaN);
      try {
        RealMatrix inverse =
            new CholeskyDecomposition(new Array2DRowRealMatrix(information), 1e-6, 1e-12)
                .getSolver()
                .getInverse();
        for (int i = 0; i < errors.length; i++) {
          errors[i] = parameters[i] * Math.sqrt(inverse.getEntry(i, i));
        }
      } catch (MathRuntimeException notPositive) {
        return errors;
      }
      return errors;
    }
  }

  private BoundedNewton(Likelihood likelihood) {
    this.likelihood = likelihood;
    this.low = logs(likelihood.bounds()[0]);
    this.high = logs(likelihood.bounds()[1]);
    this.place = logs(likelihood.start());
  }

  static Maximum maximise(Likelihood likelihood) {
    return new BoundedNewton(likelihood).climb();
  }

  private Maximum climb() {
    here = likelihood.at(exps(place));
    boolean isConverged = false;
    for (int step = 0; step < MAX_STEPS && !isConverged; step++) {
      double[] slope = slope();
      double[] direction = direction(slope);
      isConverged = likelihood.weight() * dot(slope, direction) / 2 < LEAST_GAIN;
      double before = here.value;
      if (!isConverged && !move(direction)) {
        break;
      }
      isConverged |= here.value - before < LEAST_CLIMB;
    }
    boolean isAtBound = false;
    for (int i = 0; i < place.length; i++) {
      isAtBound |= place[i] <= low[i] || place[i] >= high[i];
    }
    return new Maximum(exps(place), here, isConverged, isAtBound);
  }

  /** Mean gradient in the logarithms; 0 for a parameter that would leave its bounds. */
  private double[] slope() {
    double[] slope = new double[place.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = here.gradient[i] * Math.exp(place[i]) / likelihood.weight();
      boolean isOut = slope[i] > 0 ? place[i] >= high[i] : place[i] <= low[i];
      slope[i] = isOut ? 0 : slope[i];
    }
    return slope;
  }

  private double[] direction(double[] slope) {
    int n = slope.length;
    double[][] bend = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        bend[i][j] = here.hessian[i][j] * Math.exp(place[i] + place[j]) / likelihood.weight();
        if (slope[i] == 0 || slope[j] == 0) {
          bend[i][j] = i == j ? -1 : 0;
        }
      }
      bend[i][i] += slope[i];
    }
    var eigen = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(bend));
    double[] move = new double[n];
    for (int k = 0; k < n; k++) {
      double[] axis = eigen.getEigenvector(k).toArray();
      double along = 0;
      for (int i = 0; i < n; i++) {
        along += axis[i] * slope[i];
      }
      double length = along / Math.max(Math.abs(eigen.getEigenvalue(k)), FLATTEST);
      for (int i = 0; i < n; i++) {
        move[i] += length * axis[i];
      }
    }
    double longest = Arrays.stream(move).map(Math::abs).max().orElse(0);
    double shrink = Math.min(1, LONGEST_STEP / longest);
    return Arrays.stream(move).map(each -> each * shrink).toArray();
  }

  /** Goes there, or half the way, until the likelihood is higher; false = nowhere. */
  private boolean move(double[] direction) {
    double share = 1;
    for (int halving = 0; halving < MAX_HALVINGS; halving++) {
      double[] next = new double[place.length];
      for (int i = 0; i < next.length; i++) {
        double target = place[i] + share * direction[i];
        next[i] = Math.max(low[i], Math.min(high[i], target));
      }
      Curvature there = likelihood.at(exps(next));
      if (there.value > here.value) {
        place = next;
        here = there;
        return true;
      }
      share /= 2;
    }
    return false;
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  private static double[] logs(double[] values) {
    return Arrays.stream(values).map(Math::log).toArray();
  }

  private static double[] exps(double[] values) {
    return Arrays.stream(values).map(Math::exp).toArray();
  }
}
