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
 * Fits the logistic regression with MLlib: small L2 penalty on standardised inputs, directions as
 * bounds. The rows are laid out by customer before, so that a repeated training adds up in the same
 * order.
 */
final class ChurnFit {
  private static final int MAX_ITERATIONS = 100;
  private static final double TOLERANCE = 1e-7;

  private ChurnFit() {}

  /** The model before calibration. */
  static ChurnArtifact fit(
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
    List<ChurnArtifact.Coefficient> coefficients = new ArrayList<>();
    for (int j = 0; j < inputs.size(); j++) {
      coefficients.add(
          new ChurnArtifact.Coefficient(
              inputs.get(j).term(),
              Decimals.six(model.coefficients().apply(j)),
              inputs.get(j).mean()));
    }
    return new ChurnArtifact(
        horizonDays, Decimals.six(model.intercept()), coefficients, PlattCalibration.NONE);
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
