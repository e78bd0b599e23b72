package io.clientele.models.report;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.Columns;
import io.clientele.models.feature.AsOf;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import io.clientele.warehouse.report.RptSegmentMigration;
import io.clientele.warehouse.score.ScrCustomerSegment;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Customers and their money between the clusters of an earlier date and tonight's: since the night
 * before, and since four weeks ago when there was a night on that date.
 */
final class SegmentMigration {
  private static final String SCORES = ScrCustomerSegment.TABLE.name();

  private SegmentMigration() {}

  static Dataset<Row> of(Inputs in) {
    Dataset<Row> before = before(in);
    Dataset<Row> dates = before.select("from_date").distinct();
    Dataset<Row> now = now(in).crossJoin(broadcast(dates));
    return now.join(before, new String[] {"customer_id", "from_date"}, "full")
        .select(
            col("from_date"),
            coalesce(col("from_segment"), lit("(new)")).as("from_segment"),
            coalesce(col("to_segment"), lit("(gone)")).as("to_segment"),
            col("last_purchase_on"),
            col("spend_before"),
            col("spend_after"))
        .groupBy("from_date", "from_segment", "to_segment")
        .agg(
            expr("count(1)").as("customer_count"),
            expr("count_if(last_purchase_on >= from_date)").as("buyer_count"),
            expr("sum(spend_before)").as("spend_before"),
            expr("sum(spend_after)").as("spend_after"))
        .crossJoin(broadcast(in.current(FtrAsOf.TABLE.name()).select("as_of_date")))
        .select(
            RptSegmentMigration.TABLE.fields().stream()
                .map(field -> Columns.as(field, Columns.of(field)))
                .toArray(Column[]::new));
  }

  private static Dataset<Row> now(Inputs in) {
    Dataset<Row> bought =
        AsOf.tonight(in, FtrCustomerRfm.TABLE.name()).select("customer_id", "last_purchase_on");
    return AsOf.tonight(in, SCORES)
        .where("segment_id is not null")
        .join(bought, "customer_id")
        .select(
            col("customer_id"),
            col("segment_name").as("to_segment"),
            col("last_purchase_on"),
            col("spend_last_365_days").as("spend_after"));
  }

  private static Dataset<Row> before(Inputs in) {
    Dataset<Row> dates =
        in.current(FtrAsOf.TABLE.name())
            .selectExpr(
                "explode(array_distinct(array(previous_as_of_date, date_sub(as_of_date, 28))))"
                    + " as from_date",
                "as_of_date as tonight")
            .where("from_date < tonight and from_date > date'1900-01-01'");
    Dataset<Row> scores = in.published(SCORES);
    return scores
        .join(broadcast(dates), scores.col("as_of_date").equalTo(dates.col("from_date")))
        .where("segment_id is not null")
        .select(
            col("customer_id"),
            col("from_date"),
            col("segment_name").as("from_segment"),
            col("spend_last_365_days").as("spend_before"));
  }
}
