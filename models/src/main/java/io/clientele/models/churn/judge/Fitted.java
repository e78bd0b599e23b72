package io.clientele.models.churn.judge;

import io.clientele.models.churn.PlattCalibration;
import java.util.Map;

/**
 * Models fitted on the same rows, and which of them those rows say is best.
 *
 * @param champion name of the best
 * @param models by name
 */
record Fitted(String champion, Map<String, Calibrated> models) {
  static final String LINEAR = "logistic_regression";
  static final String TREES = "gradient_boosting";
  static final String BLEND = "blend";
  static final String CHAMPION = "champion";

  /** A model and the curve that makes its log-odds a probability. */
  record Calibrated(Scorer scorer, PlattCalibration calibration) {
    double probability(Frame frame, int row) {
      return probability(scorer.logOdds(frame, row), calibration);
    }

    static double probability(double logOdds, PlattCalibration calibration) {
      return 1 / (1 + Math.exp(-calibration.slope() * logOdds - calibration.offset()));
    }

    double[] probabilities(Frame frame, int[] rows) {
      double[] values = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        values[i] = probability(frame, rows[i]);
      }
      return values;
    }

    /** What each column adds to the calibrated log-odds. */
    double[][] contributions(Frame frame, int[] rows) {
      double[][] values = scorer.contributions(frame, rows);
      for (double[] row : values) {
        for (int j = 0; j < row.length; j++) {
          row[j] *= calibration.slope();
        }
      }
      return values;
    }
  }

  Calibrated best() {
    return models.get(champion);
  }
}
