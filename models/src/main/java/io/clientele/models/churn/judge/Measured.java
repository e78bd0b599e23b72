package io.clientele.models.churn.judge;

import io.clientele.models.evaluation.Accuracy;
import io.clientele.models.evaluation.Brier;
import io.clientele.models.evaluation.Calibration;
import io.clientele.models.evaluation.ExpectedMaximumProfit;
import io.clientele.models.evaluation.LiftCurve;
import io.clientele.models.evaluation.LogLoss;
import io.clientele.models.evaluation.PrAuc;
import io.clientele.models.evaluation.RocAuc;
import io.clientele.models.evaluation.RocInterval;
import io.clientele.models.evaluation.Tallies;
import io.clientele.models.evaluation.Tally;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** All measures of a probability, under the keys of the contract. */
final class Measured {
  private Measured() {}

  static Map<String, Object> of(double[] probabilities, double[] labels) {
    List<Tally> tallies = Tallies.of(probabilities, labels);
    RocInterval interval = RocInterval.of(tallies);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("roc_auc", RocAuc.of(tallies));
    keys.put("roc_auc_low", interval.low());
    keys.put("roc_auc_high", interval.high());
    keys.put("pr_auc", PrAuc.of(tallies));
    keys.put("log_loss", LogLoss.of(tallies));
    keys.put("brier", Brier.of(tallies));
    keys.put("calibration_error", Calibration.expectedError(tallies));
    keys.put("top_decile_lift", LiftCurve.of(tallies).topDecileLift());
    keys.put("accuracy", Accuracy.of(tallies));
    keys.put("expected_maximum_profit", ExpectedMaximumProfit.USUAL.of(tallies));
    return keys;
  }

  /**
   * Measures of ranking as means over folds: each fold has models of its own, whose scores were not
   * made to be sorted together (Forman and Scholz 2010, SIGKDD Explorations 12(1)).
   */
  static Map<String, Object> ranking(List<List<Tally>> folds) {
    double squares = 0;
    for (List<Tally> fold : folds) {
      RocInterval interval = RocInterval.of(fold);
      squares += Math.pow((interval.high() - interval.low()) / 2, 2);
    }
    double half = Math.sqrt(squares) / folds.size();
    double area = mean(folds, RocAuc::of);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("roc_auc", area);
    keys.put("roc_auc_low", Math.max(0, area - half));
    keys.put("roc_auc_high", Math.min(1, area + half));
    keys.put("pr_auc", mean(folds, PrAuc::of));
    keys.put("top_decile_lift", mean(folds, fold -> LiftCurve.of(fold).topDecileLift()));
    return keys;
  }

  private static double mean(List<List<Tally>> folds, ToDoubleFunction<List<Tally>> measure) {
    return folds.stream().mapToDouble(measure).average().orElse(Double.NaN);
  }
}
