package io.clientele.models.churn.judge;

import io.clientele.models.churn.ChurnOptions;
import io.clientele.models.churn.PlattCalibration;
import io.clientele.models.trees.BoostingOptions;
import io.clientele.models.trees.Xgboost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fits all candidates on rows, and lets parts of these rows that a fit left out choose penalty,
 * tree depth, number of trees and champion, and calibrate. Rows that judge later are never looked
 * at.
 */
final class Training {
  private static final int MANY_ROWS = 20_000;
  private static final int STEP = 25;
  private static final List<Double> PENALTIES = ChurnOptions.defaults().penalties();

  private final Frame frame;
  private final int[] rows;
  private final long seed;
  private final boolean hasTrees = Xgboost.isThere();
  private final List<BoostingOptions> sizes =
      List.of(BoostingOptions.small(), BoostingOptions.deep());
  private final List<Integer> judged = new ArrayList<>();
  private final List<double[]> linear = new ArrayList<>();
  private final List<List<double[][]>> trees = new ArrayList<>();

  private Training(Frame frame, int[] rows, long seed) {
    this.frame = frame;
    this.rows = rows;
    this.seed = seed;
  }

  static Fitted fit(Frame frame, int[] rows, long seed) {
    Training training = new Training(frame, rows, seed);
    training.tryOut();
    return training.refit();
  }

  /** Every setting, fitted on a part of the rows, foretells the others. */
  private void tryOut() {
    int folds = rows.length > MANY_ROWS ? 4 : 3;
    int[] dealt = frame.folds(rows, folds, seed);
    int judging = rows.length > MANY_ROWS ? 1 : folds;
    for (int fold = 0; fold < judging; fold++) {
      int[] known = Frame.pick(rows, dealt, fold, false);
      int[] left = Frame.pick(rows, dealt, fold, true);
      Arrays.stream(left).forEach(judged::add);
      LinearModel.Design design = LinearModel.Design.of(frame, known);
      List<LinearModel> models =
          PENALTIES.stream().map(penalty -> LinearModel.fit(design, penalty)).toList();
      for (int row : left) {
        linear.add(models.stream().mapToDouble(model -> model.logOdds(frame, row)).toArray());
      }
      if (hasTrees) {
        trees.add(
            sizes.stream()
                .map(size -> TreeModel.fit(frame, known, size, seed).staged(frame, left, STEP))
                .toList());
      }
    }
  }

  private Fitted refit() {
    double[] labels = judged.stream().mapToDouble(row -> frame.labels()[row]).toArray();
    Map<String, Fitted.Calibrated> models = new LinkedHashMap<>();
    Map<String, Double> losses = new LinkedHashMap<>();
    int penalty = least(PENALTIES.size(), i -> loss(linear(i), labels));
    LinearModel line = LinearModel.fit(LinearModel.Design.of(frame, rows), PENALTIES.get(penalty));
    put(Fitted.LINEAR, line, linear(penalty), labels, models, losses);
    if (hasTrees) {
      int stages = trees.get(0).get(0)[0].length;
      int best = least(sizes.size() * stages, i -> loss(trees(i / stages, i % stages), labels));
      BoostingOptions size = sizes.get(best / stages).withRounds((best % stages + 1) * STEP);
      double[] foretold = trees(best / stages, best % stages);
      TreeModel grown = TreeModel.fit(frame, rows, size, seed);
      put(Fitted.TREES, grown, foretold, labels, models, losses);
      double[] both = linear(penalty);
      Arrays.setAll(both, i -> (both[i] + foretold[i]) / 2);
      put(Fitted.BLEND, new Blend(line, grown), both, labels, models, losses);
    }
    String champion =
        losses.entrySet().stream().min(Map.Entry.comparingByValue()).orElseThrow().getKey();
    return new Fitted(champion, models);
  }

  private static void put(
      String name,
      Scorer scorer,
      double[] foretold,
      double[] labels,
      Map<String, Fitted.Calibrated> models,
      Map<String, Double> losses) {
    PlattCalibration calibration = PlattCalibration.fit(foretold, labels);
    models.put(name, new Fitted.Calibrated(scorer, calibration));
    double[] calibrated =
        Arrays.stream(foretold)
            .map(odds -> calibration.slope() * odds + calibration.offset())
            .toArray();
    losses.put(name, loss(calibrated, labels));
  }

  private double[] linear(int penalty) {
    return linear.stream().mapToDouble(odds -> odds[penalty]).toArray();
  }

  private double[] trees(int size, int stage) {
    return trees.stream()
        .flatMap(fold -> Arrays.stream(fold.get(size)))
        .mapToDouble(odds -> odds[stage])
        .toArray();
  }

  /** Mean log-loss of log-odds. */
  private static double loss(double[] logOdds, double[] labels) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum += Math.log1p(Math.exp(labels[i] > 0 ? -logOdds[i] : logOdds[i]));
    }
    return sum / labels.length;
  }

  private static int least(int count, java.util.function.IntToDoubleFunction value) {
    int best = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double each = value.applyAsDouble(i);
      if (each < smallest - 1e-9) {
        smallest = each;
        best = i;
      }
    }
    return best;
  }
}
