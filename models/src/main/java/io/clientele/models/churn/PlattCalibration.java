package io.clientele.models.churn;

import io.clientele.models.registry.Decimals;

/**
 * Calibration by a logistic curve (Platt 1999): calibrated log-odds = slope x log-odds + offset.
 * The covariance of the two gives the band around a probability.
 *
 * @param slope above 0
 * @param offset log-odds
 * @param slopeVariance variance of the slope
 * @param offsetVariance variance of the offset
 * @param covariance of both
 */
public record PlattCalibration(
    double slope, double offset, double slopeVariance, double offsetVariance, double covariance) {

  static final PlattCalibration NONE = new PlattCalibration(1, 0, 0, 0, 0);

  /** Fits the curve to log-odds and what happened. */
  public static PlattCalibration fit(double[] logOdds, double[] labels) {
    BoxedLogistic.Fit fit =
        BoxedLogistic.fit(
            new double[][] {logOdds},
            labels,
            0,
            new double[] {Double.NEGATIVE_INFINITY},
            new double[] {Double.POSITIVE_INFINITY});
    double[][] h = fit.information();
    double determinant = h[0][0] * h[1][1] - h[0][1] * h[1][0];
    if (!(determinant > 1e-9) || !(fit.weights()[0] > 0)) {
      return NONE;
    }
    return new PlattCalibration(
        Decimals.six(fit.weights()[0]),
        Decimals.six(fit.intercept()),
        Decimals.nine(h[0][0] / determinant),
        Decimals.nine(h[1][1] / determinant),
        Decimals.nine(-h[0][1] / determinant));
  }

  /** The same band around a curve that changes nothing. */
  PlattCalibration withoutShift() {
    return new PlattCalibration(1, 0, slopeVariance, offsetVariance, covariance);
  }
}
