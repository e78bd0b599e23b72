package io.clientele.models.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.Columns;
import io.clientele.models.RunningTotals;
import io.clientele.models.feature.AsOf;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import io.clientele.warehouse.score.ScrCustomerChurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scores every customer with the champion, with the reasons in words. Without a champion, or when
 * the training refused, nobody is scored.
 */
public final class ScoreChurn implements Step {
  private static final String TABLE = ScrCustomerChurn.TABLE.name();
  private static final double PROBABILITY_SCALE = 1000;

  @Override
  public String name() {
    return "score-churn";
  }

  @Override
  public Reads reads() {
    return Reads.current(FtrAsOf.TABLE.name(), FtrCustomerChurn.TABLE.name())
        .andPublished(TABLE)
        .andModel(TrainChurn.FAMILY);
  }

  @Override
  public Writes writes() {
    return Writes.replacePartitions(TABLE);
  }

  @Override
  public Changes build(Inputs in) {
    Optional<Trained.Model> champion = scoring(in);
    if (champion.isEmpty()) {
      return Changes.none();
    }
    Dataset<Row> scored =
        score(AsOf.tonight(in, FtrCustomerChurn.TABLE.name()), champion.get())
            .join(previous(in), new String[] {"customer_id"}, "left")
            .withColumn("delta", expr("churn_probability - previous_probability"));
    return Changes.of(
        TABLE,
        scored.select(
            ScrCustomerChurn.TABLE.fields().stream()
                .map(field -> Columns.as(field, col(field.name())))
                .toArray(Column[]::new)));
  }

  /** The model that scores tonight; empty when there is none or the training refused. */
  public static Optional<Trained.Model> scoring(Inputs in) {
    boolean isRefused =
        in.trained(TrainChurn.FAMILY)
            .filter(trained -> trained.decision() == Trained.Decision.REFUSED)
            .isPresent();
    return isRefused ? Optional.empty() : in.champion(TrainChurn.FAMILY);
  }

  static Dataset<Row> score(Dataset<Row> features, Trained.Model model) {
    ChurnArtifact artifact = ChurnArtifact.parse(model.artifactJson());
    ChurnFormula formula = new ChurnFormula(artifact);
    int horizon = artifact.horizonDays();
    Dataset<Row> probabilities =
        features.withColumns(
            Map.of(
                "churn_probability", formula.probability(),
                "probability_low", formula.probabilityLow(),
                "probability_high", formula.probabilityHigh(),
                "reasons", Reasons.ranked(formula)));
    List<Column> columns = new ArrayList<>(List.of(col("*")));
    columns.add(lit(true).as("is_eligible"));
    columns.add(lit(null).cast("string").as("ineligible_reason"));
    columns.add(lit(horizon).as("horizon_days"));
    columns.add(lit(ChurnLabel.inWords(horizon)).as("churn_definition"));
    columns.add(expr("round(churn_probability * 100)").as("score_0_100"));
    columns.add(RiskRules.riskBand().as("risk_band"));
    columns.addAll(Reasons.columns("reasons"));
    columns.add(col("days_since_last_purchase").as("current_gap_days"));
    columns.add(RiskRules.isEarlyWarning(horizon).as("is_early_warning"));
    columns.add(RiskRules.valueAtRisk(horizon).as("value_at_risk"));
    columns.add(RiskRules.dataConfidence(horizon).as("data_confidence"));
    columns.add(lit(model.version()).as("model_version"));
    return withPercentile(
        probabilities.select(columns.toArray(Column[]::new)),
        features.select(formula.probability().as("churn_probability")));
  }

  private static Dataset<Row> withPercentile(Dataset<Row> scored, Dataset<Row> probabilities) {
    Dataset<Row> places =
        RunningTotals.before(probabilities, lit(1), PROBABILITY_SCALE, "churn_probability")
            .select(
                col("churn_probability"),
                expr("(rows_before + group_rows) / all_rows").as("percentile"));
    return scored.join(places, "churn_probability");
  }

  private static Dataset<Row> previous(Inputs in) {
    return AsOf.nightBefore(in, TABLE)
        .select(col("customer_id"), col("churn_probability").as("previous_probability"));
  }
}
