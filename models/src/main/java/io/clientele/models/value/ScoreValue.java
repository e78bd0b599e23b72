package io.clientele.models.value;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

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
import io.clientele.warehouse.score.ScrCustomerValue;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/**
 * Scores every customer with the champion, one row a customer, nothing collected. Without a
 * champion, or when the training refused, nobody is scored.
 */
public final class ScoreValue implements Step {
  private static final String TABLE = ScrCustomerValue.TABLE.name();
  private static final StructType FORECAST =
      StructType.fromDDL(
          "p_alive double, p_no_purchase_in_horizon double, expected_purchases double,"
              + " expected_mean_spend double, wait_days double, lifetime_value_low double,"
              + " lifetime_value_high double");
  private static final double CENTS = 100;

  @Override
  public String name() {
    return "score-value";
  }

  @Override
  public Reads reads() {
    return Reads.current(FtrAsOf.TABLE.name(), FtrCustomerChurn.TABLE.name())
        .andModel(TrainValue.FAMILY);
  }

  @Override
  public Writes writes() {
    return Writes.replacePartitions(TABLE);
  }

  @Override
  public Changes build(Inputs in) {
    return scoring(in)
        .map(
            model ->
                Changes.of(TABLE, score(AsOf.tonight(in, FtrCustomerChurn.TABLE.name()), model)))
        .orElse(Changes.none());
  }

  /** The model that scores tonight; empty when there is none or the training refused. */
  public static Optional<Trained.Model> scoring(Inputs in) {
    boolean isRefused =
        in.trained(TrainValue.FAMILY)
            .filter(trained -> trained.decision() == Trained.Decision.REFUSED)
            .isPresent();
    return isRefused ? Optional.empty() : in.champion(TrainValue.FAMILY);
  }

  static Dataset<Row> score(Dataset<Row> features, Trained.Model model) {
    ValueArtifact artifact = ValueArtifact.parse(model.artifactJson());
    Dataset<Row> forecasts =
        features
            .withColumn("forecast", forecast(artifact))
            .selectExpr("*", "forecast.*")
            .withColumn(
                "lifetime_value",
                expr("round(expected_purchases * expected_mean_spend, 6)")
                    .cast(ScrCustomerValue.LIFETIME_VALUE.type().sql()));
    Dataset<Row> deciles =
        RunningTotals.before(forecasts.select("lifetime_value"), lit(1), CENTS, "lifetime_value")
            .selectExpr(
                "lifetime_value",
                "10 - cast(floor(10D * rows_before / all_rows) as int) as value_decile");
    return forecasts
        .join(deciles, "lifetime_value")
        .withColumns(
            Map.ofEntries(
                Map.entry("horizon_days", lit(artifact.horizonDays())),
                Map.entry("has_enough_history", expr("purchase_day_count > 1")),
                Map.entry("repeat_purchases", HistoryColumns.repeats()),
                Map.entry(
                    "last_purchase_age_weeks",
                    HistoryColumns.lastAgeDays().divide(ValueArtifact.WEEK_DAYS)),
                Map.entry(
                    "observation_age_weeks",
                    HistoryColumns.ageDays().divide(ValueArtifact.WEEK_DAYS)),
                Map.entry("historic_value", col("spend_total")),
                Map.entry("current_value", col("spend_365_days")),
                Map.entry("naive_value", naive(artifact)),
                Map.entry("next_order_date", nextOrder()),
                Map.entry("mean_days_between_orders", meanGap()),
                Map.entry("is_high_value", expr("value_decile <= 2")),
                Map.entry("model_version", lit(model.version()))))
        .select(
            ScrCustomerValue.TABLE.fields().stream()
                .map(field -> Columns.as(field, col(field.name())))
                .toArray(Column[]::new));
  }

  static Column forecast(ValueArtifact artifact) {
    PurchaseModel model = artifact.model();
    double horizon = artifact.horizonDays() / ValueArtifact.WEEK_DAYS;
    UDF4<Integer, Integer, Integer, Double, Row> of =
        (x, lastDays, ageDays, spend) -> {
          double last = lastDays / ValueArtifact.WEEK_DAYS;
          double age = ageDays / ValueArtifact.WEEK_DAYS;
          double purchases = model.expectedPurchases(x, last, age, horizon);
          double mean = artifact.meanSpend(x + 1, spend);
          return RowFactory.create(
              model.alive(x, last, age),
              model.noPurchase(x, last, age, horizon),
              purchases,
              mean,
              model.medianWait(x, age) * ValueArtifact.WEEK_DAYS,
              artifact.low(purchases * mean),
              artifact.high(purchases * mean));
        };
    UserDefinedFunction function = udf(of, FORECAST);
    return function.apply(
        HistoryColumns.repeats(),
        HistoryColumns.lastAgeDays(),
        HistoryColumns.ageDays(),
        col("spend_total").cast("double"));
  }

  private static Column naive(ValueArtifact artifact) {
    return expr(
        "greatest(0D, cast(spend_total as double)) / days_since_first_purchase * "
            + artifact.horizonDays());
  }

  private static Column nextOrder() {
    return expr(
        "case when p_no_purchase_in_horizon < 0.5D then"
            + " date_add(as_of_date, cast(floor(wait_days) as int)) end");
  }

  private static Column meanGap() {
    return expr(
        "case when purchase_day_count > 1 then cast(days_since_first_purchase"
            + " - days_since_last_purchase as double) / (purchase_day_count - 1) end");
  }
}
