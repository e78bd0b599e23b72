package io.clientele.models.churn.judge;

import io.clientele.models.evaluation.RocAuc;
import io.clientele.models.evaluation.Tallies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that give the label away: alone they tell leavers from stayers nearly always, or one of
 * their values belongs to leavers only. A fact that was entered after the outcome looks like that;
 * what is known before hardly ever does.
 */
final class LeakSuspects {
  private static final double MOST_AUC = 0.95;
  private static final int PARTS = 20;
  private static final int LEAST_ROWS = 30;
  private static final double LEAST_SHARE = 0.05;
  private static final double UNLIKELY = 1e-9;

  /**
   * A suspect.
   *
   * @param auc of the column alone, on rows that did not make its rates
   */
  record Suspect(String column, String reason, double auc) {
    Map<String, Object> keys() {
      Map<String, Object> keys = new LinkedHashMap<>();
      keys.put("column", column);
      keys.put("reason", reason);
      keys.put("auc", auc);
      return keys;
    }
  }

  private LeakSuspects() {}

  static List<Suspect> of(Frame frame, int[] rows, long seed) {
    List<Suspect> suspects = new ArrayList<>();
    int[] halves = frame.folds(rows, 2, seed);
    for (int column = 0; column < frame.columns().size(); column++) {
      String name = frame.columns().get(column).name();
      double auc = auc(frame, column, rows, halves);
      Optional<String> pure = pure(frame, CellRates.of(frame, column, rows, PARTS));
      if (auc > MOST_AUC) {
        suspects.add(
            new Suspect(
                name,
                String.format(
                    Locale.ROOT, "alone it tells leavers from stayers (ROC-AUC %.3f)", auc),
                auc));
      } else if (pure.isPresent()) {
        suspects.add(new Suspect(name, pure.get(), auc));
      }
    }
    return suspects;
  }

  /** Area under the curve of a column alone: each half by the rates of the other. */
  static double auc(Frame frame, int column, int[] rows, int[] halves) {
    double[] scores = new double[rows.length];
    for (int half = 0; half < 2; half++) {
      CellRates rates = CellRates.of(frame, column, Frame.pick(rows, halves, half, false), PARTS);
      for (int i = 0; i < rows.length; i++) {
        if (halves[i] == half) {
          scores[i] = rates.probability(frame, rows[i]);
        }
      }
    }
    return RocAuc.of(Tallies.of(scores, frame.labels(rows)));
  }

  /** A value that only leavers have, so often that chance is out of the question. */
  private static Optional<String> pure(Frame frame, CellRates rates) {
    long leavers = java.util.Arrays.stream(rates.positives()).sum();
    for (int cell = 0; rates.isExact() && cell < rates.counts().length; cell++) {
      long rows = rates.counts()[cell];
      boolean isFrequent = rows >= Math.max(LEAST_ROWS, LEAST_SHARE * leavers);
      boolean isUnlikely = rows * Math.log(rates.share()) < Math.log(UNLIKELY);
      if (rates.positives()[cell] == rows && isFrequent && isUnlikely) {
        return Optional.of("all " + rows + " rows with " + rates.text(frame, cell) + " left");
      }
    }
    return Optional.empty();
  }
}
