package io.clientele.models.value;

import io.clientele.models.registry.Decimals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Candidates held against what came.
 *
 * @param champion with the smallest mean absolute error of purchases
 * @param errors of all candidates
 * @param baselineError of the plain rule x / T
 * @param sumRatio purchases that the champion foretold / that came
 * @param customers judged
 */
record Judged(
    String champion,
    Map<String, Double> errors,
    double baselineError,
    double sumRatio,
    long customers) {

  /**
   * Fits and judges.
   *
   * @param known histories at the held-out date, and purchases since
   * @param horizon weeks of the held-out window
   */
  static Judged of(HistoryColumns.Counted known, double horizon) {
    Map<String, Double> errors = new LinkedHashMap<>();
    String champion = null;
    double ratio = Double.NaN;
    for (String name : List.of("bg_nbd", "mbg_nbd", "pareto_nbd")) {
      PurchaseModel model = ModelFit.of(name, known.histories()).model();
      double[] predicted = new double[known.later().length];
      for (int i = 0; i < predicted.length; i++) {
        predicted[i] =
            model.expectedPurchases(
                known.histories().repeats()[i],
                known.histories().lastAges()[i],
                known.histories().ages()[i],
                horizon);
      }
      errors.put(name, Decimals.nine(error(known, predicted)));
      if (champion == null || errors.get(name) < errors.get(champion)) {
        champion = name;
        ratio = sum(known, predicted) / sum(known, known.later());
      }
    }
    return new Judged(
        champion,
        errors,
        Decimals.nine(error(known, rates(known.histories(), horizon))),
        Decimals.nine(ratio),
        Math.round(known.histories().customers()));
  }

  private static double[] rates(Histories histories, double horizon) {
    double[] rates = new double[histories.size()];
    for (int i = 0; i < rates.length; i++) {
      double age = histories.ages()[i];
      rates[i] = age > 0 ? histories.repeats()[i] / age * horizon : 0;
    }
    return rates;
  }

  private static double error(HistoryColumns.Counted known, double[] predicted) {
    double sum = 0;
    for (int i = 0; i < predicted.length; i++) {
      sum += known.histories().weights()[i] * Math.abs(predicted[i] - known.later()[i]);
    }
    return sum / known.histories().customers();
  }

  private static double sum(HistoryColumns.Counted known, double[] values) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += known.histories().weights()[i] * values[i];
    }
    return sum;
  }

  String reason() {
    return String.format(
        Locale.ROOT,
        "%s is nearest: mean absolute error %.3f purchases against %.3f of the rate so far, %.0f %%"
            + " of the purchases foretold",
        champion,
        errors.get(champion),
        baselineError,
        100 * sumRatio);
  }
}
