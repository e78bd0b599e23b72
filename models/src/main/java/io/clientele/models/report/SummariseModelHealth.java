package io.clientele.models.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.Columns;
import io.clientele.models.churn.ScoreChurn;
import io.clientele.models.churn.TrainChurn;
import io.clientele.models.crosssell.nightly.CrossSellCard;
import io.clientele.models.crosssell.nightly.ScoreOffers;
import io.clientele.models.crosssell.nightly.TrainCrossSell;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.ModelCard;
import io.clientele.models.segment.ClusterColumns;
import io.clientele.models.segment.SegmentCard;
import io.clientele.models.segment.TrainSegments;
import io.clientele.models.value.ScoreValue;
import io.clientele.models.value.TrainValue;
import io.clientele.models.value.ValueCard;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.report.RptModelHealth;
import io.clientele.warehouse.score.ScrCustomerSegment;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether each model scores, why, and how it did beside its plain rule. */
public final class SummariseModelHealth implements Step {
  @Override
  public String name() {
    return "summarise-model-health";
  }

  @Override
  public Reads reads() {
    return Reads.current(FtrAsOf.TABLE.name(), ScrCustomerSegment.TABLE.name())
        .andModel(TrainSegments.FAMILY)
        .andModel(TrainChurn.FAMILY)
        .andModel(TrainValue.FAMILY)
        .andModel(TrainCrossSell.FAMILY);
  }

  @Override
  public Writes writes() {
    return Writes.replace(RptModelHealth.TABLE.name());
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> asOf = in.current(FtrAsOf.TABLE.name()).select("as_of_date");
    return Changes.of(
        RptModelHealth.TABLE.name(),
        asOf.select(row(churn(in)))
            .unionByName(asOf.select(row(value(in))))
            .unionByName(asOf.select(row(crossSell(in))))
            .unionByName(asOf.select(row(segments(in)))));
  }

  private static Map<String, Column> churn(Inputs in) {
    Map<String, Column> values = new LinkedHashMap<>();
    Optional<Trained> trained = in.trained(TrainChurn.FAMILY);
    Optional<Trained.Model> model = ScoreChurn.scoring(in);
    values.put("model_family", lit(TrainChurn.FAMILY));
    values.put("status", lit(model.isPresent() ? "scoring" : "withheld"));
    values.put(
        "status_reason",
        lit(trained.map(Trained::reason).orElse("no training ran, the champion goes on")));
    model.ifPresent(champion -> judged(values, Json.read(champion.cardJson(), ModelCard.class)));
    return values;
  }

  private static void judged(Map<String, Column> values, ModelCard card) {
    values.put("model_version", lit(card.version()));
    values.put("grade", lit(card.grade().name()));
    values.put("metric_name", lit("ROC-AUC"));
    values.put("metric_value", lit(card.model().rocAuc()));
    values.put("baseline_name", lit("days without a purchase (" + card.baseline().name() + ")"));
    values.put("baseline_value", lit(card.baseline().ranking().rocAuc()));
    values.put("trained_at_date", lit(card.asOf()));
    values.put(
        "trained_on",
        lit(
            card.window().trainingRows()
                + " customers at "
                + card.window().trainingCutOffs().size()
                + " dates up to "
                + card.window().trainingCutOffs().get(0)
                + ", judged on "
                + card.window().heldOutRows()
                + " customers at "
                + card.window().heldOutCutOff()));
  }

  private static Map<String, Column> value(Inputs in) {
    Map<String, Column> values = new LinkedHashMap<>();
    Optional<Trained.Model> model = ScoreValue.scoring(in);
    values.put("model_family", lit(TrainValue.FAMILY));
    values.put("status", lit(model.isPresent() ? "scoring" : "withheld"));
    values.put(
        "status_reason",
        lit(
            in.trained(TrainValue.FAMILY)
                .map(Trained::reason)
                .orElse("no training ran, the champion goes on")));
    model.ifPresent(champion -> judged(values, Json.read(champion.cardJson(), ValueCard.class)));
    return values;
  }

  private static void judged(Map<String, Column> values, ValueCard card) {
    values.put("model_version", lit(card.version()));
    values.put("grade", lit(card.grade().name()));
    values.put("metric_name", lit("mean error of purchases"));
    values.put("metric_value", lit(card.error()));
    values.put("baseline_name", lit("the rate so far"));
    values.put("baseline_value", lit(card.baselineError()));
    values.put("trained_at_date", lit(card.asOf()));
    values.put(
        "trained_on",
        lit(
            card.customers()
                + " customers, judged on "
                + card.heldOutCustomers()
                + " customers from "
                + card.heldOutFrom()));
  }

  private static Map<String, Column> crossSell(Inputs in) {
    Map<String, Column> values = new LinkedHashMap<>();
    Optional<Trained.Model> model = ScoreOffers.scoring(in);
    values.put("model_family", lit(TrainCrossSell.FAMILY));
    values.put("status", lit(model.isPresent() ? "scoring" : "withheld"));
    values.put(
        "status_reason",
        lit(
            in.trained(TrainCrossSell.FAMILY)
                .map(Trained::reason)
                .orElse("no training ran, the champion goes on")));
    model.ifPresent(
        champion -> judged(values, Json.read(champion.cardJson(), CrossSellCard.class)));
    return values;
  }

  private static void judged(Map<String, Column> values, CrossSellCard card) {
    values.put("model_version", lit(card.version()));
    values.put("grade", lit(card.grade().name()));
    values.put("metric_name", lit("share of customers with a hit among ten offers"));
    values.put("metric_value", lit(card.offers().hit()));
    values.put("baseline_name", lit("the best-sellers"));
    values.put("baseline_value", lit(card.popularity().hit()));
    values.put("trained_at_date", lit(card.asOf()));
    values.put(
        "trained_on",
        lit(
            card.baskets().all()
                + " baskets since "
                + card.historyFrom()
                + ", judged on "
                + card.offers().customers()
                + " customers who bought something new from "
                + card.heldOutFrom()
                + " on; "
                + card.rules().found()
                + " rules, of "
                + card.rules().foundBefore()
                + " found before that day "
                + card.rules().survived()
                + " still held"));
  }

  private static Map<String, Column> segments(Inputs in) {
    Map<String, Column> values = new LinkedHashMap<>();
    Optional<Trained.Model> model = ClusterColumns.scoring(in);
    values.put("model_family", lit(TrainSegments.FAMILY));
    values.put("status", lit(model.isPresent() ? "scoring" : "withheld"));
    values.put(
        "status_reason",
        lit(
            in.trained(TrainSegments.FAMILY)
                .map(Trained::reason)
                .orElse("no training ran, the champion goes on")));
    model.ifPresent(champion -> judged(values, Json.read(champion.cardJson(), SegmentCard.class)));
    return values;
  }

  private static void judged(Map<String, Column> values, SegmentCard card) {
    values.put("model_version", lit(card.version()));
    values.put("grade", lit(card.grade().name()));
    values.put("metric_name", lit("silhouette"));
    values.put("metric_value", lit(card.silhouette()));
    values.put("baseline_name", lit("the segments by rule"));
    values.put("baseline_value", lit(card.baselineSilhouette()));
    values.put("trained_at_date", lit(card.asOf()));
    values.put(
        "trained_on",
        lit(
            String.format(
                Locale.ROOT,
                "%d customers; %.0f %% of a segment are found again in resamples",
                card.customers(),
                100 * card.jaccard())));
  }

  private static Column[] row(Map<String, Column> values) {
    values.put("as_of_date", col("as_of_date"));
    return RptModelHealth.TABLE.fields().stream()
        .map(field -> Columns.as(field, values.getOrDefault(field.name(), expr("null"))))
        .toArray(Column[]::new);
  }
}
