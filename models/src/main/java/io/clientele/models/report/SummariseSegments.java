package io.clientele.models.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;

import io.clientele.models.feature.AsOf;
import io.clientele.models.segment.TrainSegments;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import io.clientele.warehouse.report.RptSegmentMigration;
import io.clientele.warehouse.report.RptSegmentProfile;
import io.clientele.warehouse.score.ScrCustomerChurn;
import io.clientele.warehouse.score.ScrCustomerSegment;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Size, money and risk of every segment, for all kinds of segment in one pass, and who went from
 * which cluster to which.
 */
public final class SummariseSegments implements Step {
  /** Kind of the segments found by k-means. */
  static final String CLUSTER = "cluster";

  @Override
  public String name() {
    return "summarise-segments";
  }

  @Override
  public Reads reads() {
    return Reads.current(
            FtrAsOf.TABLE.name(),
            FtrCustomerRfm.TABLE.name(),
            ScrCustomerSegment.TABLE.name(),
            ScrCustomerChurn.TABLE.name())
        .andPublished(ScrCustomerSegment.TABLE.name())
        .andModel(TrainSegments.FAMILY);
  }

  @Override
  public Writes writes() {
    return Writes.replace(RptSegmentProfile.TABLE.name())
        .and(Writes.replace(RptSegmentMigration.TABLE.name()));
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> memberships =
        customers(in)
            .select(
                col("*"),
                explode(
                        expr(
                            "array(named_struct('kind', 'rfm_segment', 'name', rfm_segment),"
                                + " named_struct('kind', 'abc_class', 'name', abc_class),"
                                + " named_struct('kind', 'lifecycle_stage', 'name', lifecycle_stage),"
                                + " named_struct('kind', 'risk_band', 'name', risk_band),"
                                + " named_struct('kind', '"
                                + CLUSTER
                                + "', 'name', segment_name))"))
                    .as("segment"))
            .where("segment.name is not null");
    Dataset<Row> profiles =
        memberships
            .groupBy(
                col("segment.kind").as("segment_kind"),
                col("segment.name").as("segment"),
                col("as_of_date"))
            .agg(
                expr("count(1)").as("customer_count"),
                expr("cast(sum(spend_last_365_days) as decimal(18,6))").as("spend_last_365_days"),
                expr("cast(avg(spend_last_365_days) as double)").as("mean_spend"),
                expr("avg(days_since_last_purchase)").as("mean_days_since_last_purchase"),
                expr("avg(purchase_count)").as("mean_purchase_count"),
                expr("avg(churn_probability)").as("mean_churn_probability"),
                expr("cast(sum(value_at_risk) as decimal(18,6))").as("value_at_risk"));
    Dataset<Row> described =
        withShares(profiles)
            .join(broadcast(ClusterFacts.of(in)), new String[] {"segment_kind", "segment"}, "left");
    return Changes.of(RptSegmentProfile.TABLE.name(), described)
        .and(RptSegmentMigration.TABLE.name(), SegmentMigration.of(in));
  }

  private static Dataset<Row> customers(Inputs in) {
    Dataset<Row> rfm =
        AsOf.tonight(in, FtrCustomerRfm.TABLE.name())
            .select("customer_id", "days_since_last_purchase", "purchase_count");
    Dataset<Row> churn =
        AsOf.tonight(in, ScrCustomerChurn.TABLE.name())
            .select("customer_id", "risk_band", "churn_probability", "value_at_risk");
    return AsOf.tonight(in, ScrCustomerSegment.TABLE.name())
        .join(rfm, "customer_id")
        .join(churn, new String[] {"customer_id"}, "left");
  }

  /** A few dozen rows from here on. */
  private static Dataset<Row> withShares(Dataset<Row> profiles) {
    var kind = Window.partitionBy("segment_kind");
    return profiles
        .withColumn("all_customers", expr("sum(customer_count)").over(kind))
        .withColumn("all_spend", expr("sum(spend_last_365_days)").over(kind))
        .withColumn("customer_share", expr("customer_count / all_customers"))
        .withColumn(
            "spend_share",
            expr(
                "case when all_spend > 0 then cast(spend_last_365_days as double)"
                    + " / cast(all_spend as double) end"))
        .withColumn(
            "spend_index",
            expr(
                "case when all_spend > 0 then 100 * mean_spend * all_customers"
                    + " / cast(all_spend as double) end"))
        .drop("all_customers", "all_spend");
  }
}
