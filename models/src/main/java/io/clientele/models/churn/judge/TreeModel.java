package io.clientele.models.churn.judge;

import io.clientele.models.trees.BoostingOptions;
import io.clientele.models.trees.Contributions;
import io.clientele.models.trees.TreeEnsemble;
import io.clientele.models.trees.Xgboost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boosted trees over the columns: numbers and dates as they are, a category as one input a level.
 *
 * @param inputs what the trees see
 */
record TreeModel(List<Input> inputs, TreeEnsemble ensemble) implements Scorer {
  private static final int VALUE = -1;

  /**
   * An input of the trees.
   *
   * @param column place in the frame
   * @param level the level that it asks for; -1 = the value itself
   */
  record Input(int column, int level) {
    float of(Frame frame, int row) {
      double value = frame.columns().get(column).values()[row];
      return level == VALUE ? (float) value : value == level ? 1 : 0;
    }
  }

  static TreeModel fit(Frame frame, int[] rows, BoostingOptions options, long seed) {
    List<Input> inputs = inputs(frame, rows);
    return new TreeModel(
        inputs, Xgboost.fit(encoded(inputs, frame, rows), frame.labels(rows), options, seed));
  }

  private static List<Input> inputs(Frame frame, int[] rows) {
    List<Input> inputs = new ArrayList<>();
    for (int c = 0; c < frame.columns().size(); c++) {
      InputColumn column = frame.columns().get(c);
      if (column.isCategory()) {
        for (int level : Levels.frequent(column, rows)) {
          inputs.add(new Input(c, level));
        }
      } else {
        inputs.add(new Input(c, VALUE));
      }
    }
    return inputs;
  }

  private static float[][] encoded(List<Input> inputs, Frame frame, int[] rows) {
    return Arrays.stream(rows).mapToObj(row -> encoded(inputs, frame, row)).toArray(float[][]::new);
  }

  private static float[] encoded(List<Input> inputs, Frame frame, int row) {
    float[] cells = new float[inputs.size()];
    for (int j = 0; j < cells.length; j++) {
      cells[j] = inputs.get(j).of(frame, row);
    }
    return cells;
  }

  @Override
  public double logOdds(Frame frame, int row) {
    return ensemble.logOdds(encoded(inputs, frame, row));
  }

  /** Log-odds by row, then stage: after a step of trees, two steps and so on. */
  double[][] staged(Frame frame, int[] rows, int step) {
    return Arrays.stream(rows)
        .mapToObj(row -> ensemble.stagedLogOdds(encoded(inputs, frame, row), step))
        .toArray(double[][]::new);
  }

  @Override
  public double[][] contributions(Frame frame, int[] rows) {
    double[][] byInput = new Contributions(ensemble).of(encoded(inputs, frame, rows));
    double[][] byColumn = new double[rows.length][frame.columns().size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < inputs.size(); j++) {
        byColumn[i][inputs.get(j).column()] += byInput[i][j];
      }
    }
    return byColumn;
  }
}
