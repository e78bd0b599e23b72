package io.clientele.models.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.registry.Decimals;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.linalg.Matrices;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Fits the logistic regression: small L2 penalty on standardised inputs, directions as bounds.
 *
 * <p>MLlib fits any number of rows, laid out by customer before, so that a repeated training adds
 * up in the same order; it takes some thirty passes, each a job. Where the bounded sample already
 * holds every row, the same problem is solved on it, in a tenth of a second; a test holds both to
 * the same weights.
 */
final class ChurnFit {
  private static final int MAX_ITERATIONS = 100;
  private static final double TOLERANCE = 1e-7;

  private ChurnFit() {}

  /** From a sample that holds every training row; the model before calibration. */
  static ChurnArtifact onDriver(
      Sample training, List<TrainingSummary.Input> inputs, double penalty, int horizonDays) {
    BoxedLogistic.Fit fit =
        BoxedLogistic.fit(
            training.standardised(inputs),
            training.labels(),
            penalty,
            PenaltyChoice.bounds(inputs, true),
            PenaltyChoice.bounds(inputs, false));
    double[] weights = new double[inputs.size()];
    double intercept = fit.intercept();
    for (int j = 0; j < weights.length; j++) {
      weights[j] = fit.weights()[j] / inputs.get(j).deviation();
      intercept -= weights[j] * inputs.get(j).mean();
    }
    return artifact(intercept, weights, inputs, horizonDays);
  }

  /** From rows of any number, with MLlib; the model before calibration. */
  static ChurnArtifact onCluster(
      Dataset<Row> rows,
      List<TrainingSummary.Input> inputs,
      double penalty,
      int partitions,
      int horizonDays) {
    LogisticRegressionModel model =
        new LogisticRegression()
            .setLabelCol("label")
            .setFeaturesCol("inputs")
            .setRegParam(penalty)
            .setElasticNetParam(0)
            .setStandardization(true)
            .setMaxIter(MAX_ITERATIONS)
            .setTol(TOLERANCE)
            .setLowerBoundsOnCoefficients(row(PenaltyChoice.bounds(inputs, true)))
            .setUpperBoundsOnCoefficients(row(PenaltyChoice.bounds(inputs, false)))
            .fit(layOut(rows, inputs, partitions));
    return artifact(model.intercept(), model.coefficients().toArray(), inputs, horizonDays);
  }

  private static ChurnArtifact artifact(
      double intercept, double[] weights, List<TrainingSummary.Input> inputs, int horizonDays) {
    List<ChurnArtifact.Coefficient> coefficients = new ArrayList<>();
    for (int j = 0; j < weights.length; j++) {
      TrainingSummary.Input input = inputs.get(j);
      coefficients.add(
          new ChurnArtifact.Coefficient(input.term(), Decimals.six(weights[j]), input.mean()));
    }
    return new ChurnArtifact(
        horizonDays, Decimals.six(intercept), coefficients, PlattCalibration.NONE);
  }

  private static Dataset<Row> layOut(
      Dataset<Row> rows, List<TrainingSummary.Input> inputs, int partitions) {
    Column[] values =
        inputs.stream()
            .map(input -> coalesce(col(input.term().column()), lit(input.mean())))
            .toArray(Column[]::new);
    return rows.repartition(partitions, col("customer_id"))
        .sortWithinPartitions("customer_id", "as_of_date")
        .select(
            col("label"),
            org.apache.spark.ml.functions.array_to_vector(array(values)).as("inputs"));
  }

  private static Matrix row(double[] values) {
    return Matrices.dense(1, values.length, values);
  }
}
