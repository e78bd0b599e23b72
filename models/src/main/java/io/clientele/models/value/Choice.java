package io.clientele.models.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which purchase model predicts, chosen inside the calibration window: all are fitted on its first
 * part and judged by the mean absolute error of purchases on the rest. The later holdout has no
 * say.
 *
 * @param champion name of the best
 * @param from first day of the judging part
 * @param errors mean absolute error of each candidate
 * @param margin how much smaller the champion's error is than the second's, as a share of that
 */
record Choice(String champion, LocalDate from, Map<String, Double> errors, double margin) {
  private static final int LEAST_UNITS = 4;

  /**
   * Chooses.
   *
   * @param horizonDays length of the forecast that is wanted; the judging part is as long, at most
   *     half of the window
   * @return null when the window is too short to be parted
   */
  static Choice within(PurchaseLog log, LocalDate end, long horizonDays, double daysPerUnit) {
    long window = ChronoUnit.DAYS.between(log.firstDay(), end);
    long judged = Math.min(horizonDays, window / 2);
    if (judged < LEAST_UNITS * daysPerUnit) {
      return null;
    }
    LocalDate cut = end.minusDays(judged);
    CustomerSummaries customers = log.at(cut, daysPerUnit, 1);
    if (customers.size() == 0 || customers.histories().repeatPurchases() == 0) {
      return null;
    }
    double[] actual = log.outcome(customers, cut, end).purchases();
    Map<String, Double> errors = new LinkedHashMap<>();
    PurchaseModels.of(customers.histories())
        .purchases(customers, judged / daysPerUnit)
        .forEach(
            (name, predicted) -> errors.put(name, Measures.meanAbsoluteError(predicted, actual)));
    String best = least(errors, "");
    double second = errors.get(least(errors, best));
    return new Choice(best, cut.plusDays(1), errors, (second - errors.get(best)) / second);
  }

  private static String least(Map<String, Double> errors, String without) {
    return errors.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(without))
        .min(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("from", from.toString());
    keys.put("mae", errors);
    keys.put("margin", margin);
    return keys;
  }
}
