package io.clientele.models.evaluation;

import java.util.List;

/**
 * Expected calibration error over ten parts of equal size: the mean distance of predicted and
 * realised share, weighted by customers (Naeini, Cooper and Hauskrecht 2015). 0 to 1, lower is
 * better.
 */
public final class Calibration {
  private Calibration() {}

  public static double expectedError(List<Tally> tallies) {
    double sum = 0;
    double all = 0;
    for (LiftCurve.Tenth tenth : LiftCurve.of(tallies).tenths()) {
      sum += tenth.customers() * Math.abs(tenth.meanPredicted() - tenth.realisedShare());
      all += tenth.customers();
    }
    return sum / all;
  }
}
