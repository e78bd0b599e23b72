package io.clientele.models.churn;

import static org.apache.spark.sql.functions.lit;

import io.clientele.models.evaluation.Drift;
import io.clientele.models.registry.ModelCard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How far tonight's customers are from those of the day of the training. */
final class ChurnDrift {
  private static final String SCORE = "score";

  private ChurnDrift() {}

  /** Distribution of every input and of the score tonight. */
  static List<ModelCard.Distribution> distributions(ChurnArtifact artifact, Sample tonight) {
    List<ModelCard.Distribution> all = new ArrayList<>();
    for (int j = 0; j < tonight.columns().length; j++) {
      all.add(distribution(artifact.coefficients().get(j).term().feature(), tonight.columns()[j]));
    }
    all.add(distribution(SCORE, tonight.logOdds(artifact)));
    return all;
  }

  /** The input or score that moved most beyond the limit, in words. */
  static Optional<String> shift(
      List<ModelCard.Distribution> then, ChurnArtifact artifact, Sample tonight, double limit) {
    double worst = limit;
    Optional<String> moved = Optional.empty();
    for (ModelCard.Distribution before : then) {
      double[] values = values(before.name(), artifact, tonight);
      double index = Drift.stabilityIndex(before.shares(), Drift.shares(values, before.edges()));
      if (index > worst) {
        worst = index;
        moved =
            Optional.of(
                String.format(
                    Locale.ROOT, "drift of %s: stability index %.2f", before.name(), index));
      }
    }
    return moved;
  }

  /** A sample of tonight's inputs, with the artifact's means for empty values. */
  static Sample sample(
      Dataset<Row> features, ChurnArtifact artifact, long customers, long seed, int limit) {
    List<TrainingSummary.Input> inputs =
        artifact.coefficients().stream()
            .map(c -> new TrainingSummary.Input(c.term(), c.mean(), 1))
            .toList();
    List<Column> columns = new ArrayList<>();
    columns.add(TrainingRows.part(seed));
    columns.addAll(Arrays.asList(lit(0.0).as("label"), lit(false).as("is_held_out")));
    columns.add(org.apache.spark.sql.functions.col("customer_id"));
    columns.add(org.apache.spark.sql.functions.col("as_of_date"));
    inputs.forEach(input -> columns.add(TrainingRows.input(input.term())));
    return Sample.of(features.select(columns.toArray(Column[]::new)), inputs, customers, limit);
  }

  private static double[] values(String name, ChurnArtifact artifact, Sample tonight) {
    for (int j = 0; j < tonight.columns().length; j++) {
      if (artifact.coefficients().get(j).term().feature().equals(name)) {
        return tonight.columns()[j];
      }
    }
    return tonight.logOdds(artifact);
  }

  private static ModelCard.Distribution distribution(String name, double[] values) {
    double[] edges = Drift.edges(values);
    return new ModelCard.Distribution(name, edges, Drift.shares(values, edges));
  }
}
