package io.clientele.models.churn;

import java.util.List;

/**
 * Chooses the L2 penalty inside the training window: three folds of customers, smallest mean
 * log-loss on the fold left out. The held-out window is never looked at.
 */
final class PenaltyChoice {
  private static final int FOLDS = 3;

  private PenaltyChoice() {}

  static double choose(
      Sample training, List<TrainingSummary.Input> inputs, List<Double> penalties) {
    double best = penalties.get(0);
    double smallest = Double.POSITIVE_INFINITY;
    for (double penalty : penalties) {
      double loss = 0;
      for (int fold = 0; fold < FOLDS; fold++) {
        loss +=
            loss(
                training.fold(fold, FOLDS, false),
                training.fold(fold, FOLDS, true),
                inputs,
                penalty);
      }
      if (loss < smallest - 1e-9) {
        smallest = loss;
        best = penalty;
      }
    }
    return best;
  }

  private static double loss(
      Sample fitted, Sample left, List<TrainingSummary.Input> inputs, double penalty) {
    double[] lowest = bounds(inputs, true);
    double[] highest = bounds(inputs, false);
    BoxedLogistic.Fit fit =
        BoxedLogistic.fit(fitted.standardised(inputs), fitted.labels(), penalty, lowest, highest);
    double[][] columns = left.standardised(inputs);
    double sum = 0;
    for (int i = 0; i < left.size(); i++) {
      double z = fit.logOdds(columns, i);
      sum += Math.log1p(Math.exp(left.labels()[i] > 0 ? -z : z));
    }
    return sum;
  }

  static double[] bounds(List<TrainingSummary.Input> inputs, boolean lowest) {
    return inputs.stream()
        .map(input -> input.term().direction())
        .mapToDouble(direction -> lowest ? direction.lowest : direction.highest)
        .toArray();
  }
}
