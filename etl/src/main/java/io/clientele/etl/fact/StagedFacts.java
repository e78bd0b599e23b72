package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_diff;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.clientele.etl.dimension.LoadDimDate;
import io.clientele.etl.dimension.SurrogateKeys;
import io.clientele.etl.fact.StagedFact.Happened;
import io.clientele.etl.fact.StagedFact.Told;
import io.clientele.warehouse.fact.FctCampaignContact;
import io.clientele.warehouse.fact.FctConsent;
import io.clientele.warehouse.fact.FctOpportunityStage;
import io.clientele.warehouse.fact.FctStockDay;
import io.clientele.warehouse.fact.FctSubscriptionMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** The facts that are made of staged deliveries without a conformed table in between. */
final class StagedFacts {
  static final List<StagedFact> ALL =
      List.of(consent(), campaignContact(), opportunityStage(), subscriptionMonth(), stockDay());

  private StagedFacts() {}

  private static StagedFact consent() {
    return new StagedFact(
        FctConsent.TABLE,
        "consent",
        List.of("consent_id"),
        Optional.of(new Happened("recorded_on", "recorded_at")),
        Optional.empty(),
        UnaryOperator.identity(),
        Map.of("recorded_date_key", LoadDimDate.key(col("recorded_on"))));
  }

  private static StagedFact campaignContact() {
    return new StagedFact(
        FctCampaignContact.TABLE,
        "campaign_contact",
        List.of("contact_id"),
        Optional.of(new Happened("contacted_on", "contacted_at")),
        Optional.of(
            new Told(
                "campaign_response",
                List.of("contact_id", "response_kind", "responded_on"),
                List.of(
                    count(lit(1)).as("told_count"),
                    min("responded_on").as("first_responded_on"),
                    array_sort(collect_set("response_kind")).as("response_kinds"),
                    min("order_id").as("response_order_id")))),
        UnaryOperator.identity(),
        Map.of(
            "campaign_key", SurrogateKeys.member(col("campaign_id")),
            "contacted_date_key", LoadDimDate.key(col("contacted_on")),
            "responded_date_key", LoadDimDate.keyOrUnknown(col("first_responded_on")),
            "response_count", coalesce(col("told_count"), lit(0L))));
  }

  private static StagedFact opportunityStage() {
    return new StagedFact(
        FctOpportunityStage.TABLE,
        "opportunity_stage",
        List.of("opportunity_id", "stage", "entered_on"),
        Optional.of(new Happened("entered_on", "entered_at")),
        Optional.empty(),
        StagedFacts::untilTheNextStage,
        Map.of(
            "employee_key", SurrogateKeys.memberOr(col("employee_id"), SurrogateKeys.UNKNOWN),
            "entered_date_key", LoadDimDate.key(col("entered_on")),
            "left_date_key", LoadDimDate.keyOrUnknown(col("left_on")),
            "days_in_stage", date_diff(col("left_on"), col("entered_on")),
            "is_current_stage", col("left_on").isNull()));
  }

  private static Dataset<Row> untilTheNextStage(Dataset<Row> stages) {
    WindowSpec inTime =
        Window.partitionBy("opportunity_id")
            .orderBy("entered_on", "effective_at", "batch_id", "record_number");
    return stages.withColumn("left_on", lead("entered_on", 1).over(inTime));
  }

  private static StagedFact subscriptionMonth() {
    return new StagedFact(
        FctSubscriptionMonth.TABLE,
        "subscription",
        List.of("subscription_id", "subscription_event", "event_on"),
        Optional.empty(),
        Optional.empty(),
        SubscriptionMonths::of,
        Map.of(
            "subscription_key", SurrogateKeys.member(col("subscription_id")),
            "month_date_key", LoadDimDate.key(col("month_start"))));
  }

  private static StagedFact stockDay() {
    return new StagedFact(
        FctStockDay.TABLE,
        "stock",
        List.of("counted_on", "product_id"),
        Optional.empty(),
        Optional.empty(),
        UnaryOperator.identity(),
        Map.of("counted_date_key", LoadDimDate.key(col("counted_on"))));
  }
}
