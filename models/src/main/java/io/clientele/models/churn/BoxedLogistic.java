package io.clientele.models.churn;

/**
 * Logistic regression with an L2 penalty and bounds on the weights, on rows in memory: for the
 * bounded samples of tuning and calibration.
 *
 * <p>Minimises mean log-loss + penalty / 2 x sum of squared weights; the intercept is free. Newton
 * steps, each solved by cyclic coordinate descent on the quadratic approximation (Friedman, Hastie
 * and Tibshirani 2010, J. Stat. Software 33(1), section 3); a bound clips the coordinate.
 */
public final class BoxedLogistic {
  private static final int MAX_STEPS = 50;
  private static final int MAX_SWEEPS = 1000;
  private static final double TOLERANCE = 1e-9;

  private final double[][] columns;
  private final double[] labels;
  private final double penalty;
  private final double[] lowest;
  private final double[] highest;

  /**
   * A fit.
   *
   * @param intercept log-odds at zero
   * @param weights one a column
   * @param information matrix of second derivatives of the log-likelihood, intercept first
   */
  public record Fit(double intercept, double[] weights, double[][] information) {
    /** Log-odds of a row of such columns. */
    public double logOdds(double[][] columns, int row) {
      double sum = intercept;
      for (int j = 0; j < weights.length; j++) {
        sum += weights[j] * columns[j][row];
      }
      return sum;
    }
  }

  private BoxedLogistic(
      double[][] columns, double[] labels, double penalty, double[] lowest, double[] highest) {
    this.columns = columns;
    this.labels = labels;
    this.penalty = penalty;
    this.lowest = lowest;
    this.highest = highest;
  }

  /**
   * Fits.
   *
   * @param columns values by column, then row
   * @param labels 0 or 1
   */
  public static Fit fit(
      double[][] columns, double[] labels, double penalty, double[] lowest, double[] highest) {
    return new BoxedLogistic(columns, labels, penalty, lowest, highest).solve();
  }

  private Fit solve() {
    double[] beta = new double[columns.length + 1];
    double[][] gram = new double[beta.length][beta.length];
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] gradient = new double[beta.length];
      gram = new double[beta.length][beta.length];
      accumulate(beta, gradient, gram);
      if (descend(beta, gradient, gram) < TOLERANCE) {
        break;
      }
    }
    double[] weights = java.util.Arrays.copyOfRange(beta, 1, beta.length);
    for (double[] line : gram) {
      for (int k = 0; k < line.length; k++) {
        line[k] *= labels.length;
      }
    }
    return new Fit(beta[0], weights, gram);
  }

  /** Mean gradient of the log-likelihood and mean information at beta. */
  private void accumulate(double[] beta, double[] gradient, double[][] gram) {
    int n = labels.length;
    double[] x = new double[beta.length];
    x[0] = 1;
    for (int i = 0; i < n; i++) {
      double z = beta[0];
      for (int j = 1; j < beta.length; j++) {
        x[j] = columns[j - 1][i];
        z += beta[j] * x[j];
      }
      double p = 1 / (1 + Math.exp(-z));
      double weight = Math.max(p * (1 - p), 1e-9) / n;
      double residual = (labels[i] - p) / n;
      for (int j = 0; j < beta.length; j++) {
        gradient[j] += residual * x[j];
        for (int k = 0; k <= j; k++) {
          gram[j][k] += weight * x[j] * x[k];
        }
      }
    }
    for (int j = 0; j < beta.length; j++) {
      for (int k = 0; k < j; k++) {
        gram[k][j] = gram[j][k];
      }
    }
  }

  /** Moves beta to the bounded minimum of the quadratic approximation; returns the longest move. */
  private double descend(double[] beta, double[] gradient, double[][] gram) {
    double[] moved = new double[beta.length];
    double longest = 0;
    for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
      double change = 0;
      for (int j = 0; j < beta.length; j++) {
        double shrink = j == 0 ? 0 : penalty;
        double slope = gradient[j] - shrink * (beta[j] + moved[j]);
        for (int k = 0; k < beta.length; k++) {
          slope -= gram[j][k] * moved[k];
        }
        double target = clip(j, beta[j] + moved[j] + slope / (gram[j][j] + shrink + 1e-12));
        change = Math.max(change, Math.abs(target - beta[j] - moved[j]));
        moved[j] = target - beta[j];
      }
      if (change < TOLERANCE / 10) {
        break;
      }
    }
    for (int j = 0; j < beta.length; j++) {
      longest = Math.max(longest, Math.abs(moved[j]));
      beta[j] += moved[j];
    }
    return longest;
  }

  private double clip(int j, double value) {
    return j == 0 ? value : Math.max(lowest[j - 1], Math.min(highest[j - 1], value));
  }
}
