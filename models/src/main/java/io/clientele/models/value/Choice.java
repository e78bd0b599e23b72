package io.clientele.models.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which candidate foretells, chosen inside the calibration window: all are fitted on its first part
 * and judged by the mean absolute error on the rest. The later holdout has no say.
 *
 * @param champion name of the best
 * @param from first day of the judging part
 * @param errors mean absolute error of each candidate
 */
record Choice(String champion, LocalDate from, Map<String, Double> errors) {
  private static final int LEAST_UNITS = 4;

  /**
   * The judging part: as long as the forecast that is wanted, at most half of the calibration.
   *
   * @param cut last day that candidates see
   * @param end last day that judges
   */
  record Window(LocalDate cut, LocalDate end) {

    /** Empty when the calibration is too short to be parted. */
    static Optional<Window> inside(PurchaseLog log, LocalDate end, long days, double unit) {
      long judged = Math.min(days, ChronoUnit.DAYS.between(log.firstDay(), end) / 2);
      LocalDate cut = end.minusDays(Math.max(1, judged));
      boolean isLongEnough = judged >= LEAST_UNITS * unit;
      return isLongEnough && log.at(cut, unit, 1).hasRepeats()
          ? Optional.of(new Window(cut, end))
          : Optional.empty();
    }

    long days() {
      return ChronoUnit.DAYS.between(cut, end);
    }
  }

  static Choice among(Map<String, double[]> predicted, double[] actual, Window window) {
    Map<String, Double> errors = new LinkedHashMap<>();
    predicted.forEach(
        (name, values) -> errors.put(name, Measures.meanAbsoluteError(values, actual)));
    return new Choice(least(errors, "").orElseThrow(), window.cut().plusDays(1), errors);
  }

  private static Optional<String> least(Map<String, Double> errors, String without) {
    return errors.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(without))
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  /** How much smaller the champion's error is than the second's, as a share of that. */
  double margin() {
    return least(errors, champion)
        .map(second -> 1 - errors.get(champion) / errors.get(second))
        .orElse(Double.NaN);
  }

  Map<String, Object> keys() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("from", from.toString());
    keys.put("mae", errors);
    keys.put("margin", errors.size() > 1 ? margin() : null);
    return keys;
  }
}
