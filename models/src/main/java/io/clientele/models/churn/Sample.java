package io.clientele.models.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * At most {@code sample_rows} rows on the driver, for tuning, calibration and drift: whole
 * customers, chosen by hash. Smaller data come whole. Nothing that is reported as a measure is
 * computed from it.
 *
 * @param columns inputs by term, then row; empty values replaced by the mean
 * @param labels 1 = left
 * @param parts hash of the customer
 * @param isHeldOut whether the row judges
 */
record Sample(double[][] columns, double[] labels, int[] parts, boolean[] isHeldOut) {

  /**
   * Collects.
   *
   * @param rows with part, label, is_held_out and the inputs
   * @param inputs terms and what stands in for an empty value
   * @param allRows how many rows there are
   * @param limit most rows to collect
   */
  static Sample of(Dataset<Row> rows, List<TrainingSummary.Input> inputs, long allRows, int limit) {
    Column[] values =
        inputs.stream()
            .map(input -> coalesce(col(input.term().column()), lit(input.mean())))
            .toArray(Column[]::new);
    // A tenth below the limit: a hash does not cut exactly.
    long cut = allRows <= limit ? 1_000_000 : (long) (900_000.0 * limit / allRows);
    List<Row> collected =
        rows.where(col("part").lt(cut))
            .orderBy("part", "customer_id", "as_of_date")
            .limit(limit)
            .select(col("label"), col("part"), col("is_held_out"), array(values).as("x"))
            .collectAsList();
    double[][] columns = new double[inputs.size()][collected.size()];
    double[] labels = new double[collected.size()];
    int[] parts = new int[collected.size()];
    boolean[] isHeldOut = new boolean[collected.size()];
    for (int i = 0; i < collected.size(); i++) {
      Row row = collected.get(i);
      labels[i] = row.getDouble(0);
      parts[i] = row.getInt(1);
      isHeldOut[i] = row.getBoolean(2);
      List<Double> x = row.getList(3);
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = x.get(j);
      }
    }
    return new Sample(columns, labels, parts, isHeldOut);
  }

  int size() {
    return labels.length;
  }

  Sample heldOut() {
    return only(i -> isHeldOut[i]);
  }

  Sample training() {
    return only(i -> !isHeldOut[i]);
  }

  /** The customers whose hash falls into the fold, or all others. */
  Sample fold(int fold, int folds, boolean inside) {
    return only(i -> (parts[i] % folds == fold) == inside);
  }

  private Sample only(IntPredicate wanted) {
    int[] rows = IntStream.range(0, size()).filter(wanted).toArray();
    double[][] picked = new double[columns.length][rows.length];
    double[] pickedLabels = new double[rows.length];
    int[] pickedParts = new int[rows.length];
    boolean[] pickedHeldOut = new boolean[rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        picked[j][i] = columns[j][rows[i]];
      }
      pickedLabels[i] = labels[rows[i]];
      pickedParts[i] = parts[rows[i]];
      pickedHeldOut[i] = isHeldOut[rows[i]];
    }
    return new Sample(picked, pickedLabels, pickedParts, pickedHeldOut);
  }

  /** Columns brought to mean 0 and deviation 1 by the moments of the training rows. */
  double[][] standardised(List<TrainingSummary.Input> inputs) {
    double[][] scaled = new double[columns.length][size()];
    for (int j = 0; j < columns.length; j++) {
      TrainingSummary.Input input = inputs.get(j);
      for (int i = 0; i < size(); i++) {
        scaled[j][i] = (columns[j][i] - input.mean()) / input.deviation();
      }
    }
    return scaled;
  }

  /** Log-odds of each row before calibration. */
  double[] logOdds(ChurnArtifact artifact) {
    double[] sums = new double[size()];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = artifact.intercept();
      for (int j = 0; j < columns.length; j++) {
        sums[i] += artifact.coefficients().get(j).weight() * columns[j][i];
      }
    }
    return sums;
  }
}
