package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trunc;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.SubscriptionSpan;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The events of contracts as their months: from the first start to the last day that any event
 * names, at most ten years behind the event; without a term it runs a year from its newest event. A
 * month is as the last event until its end has it.
 */
final class SubscriptionMonths {
  private SubscriptionMonths() {}

  /** One row a contract and month, of one row an event. */
  static Dataset<Row> of(Dataset<Row> events) {
    Column row = struct(Columns.named(List.of(events.columns())));
    Column event =
        struct(
            col("event_on"),
            col("effective_at"),
            col("batch_effective_at"),
            col("batch_id"),
            col("record_number"),
            row.as("row"));
    Column months =
        sequence(
            trunc(col("_from"), "month"), trunc(col("_until"), "month"), expr("interval 1 month"));
    Column known =
        expr("try_element_at(filter(_events, e -> e.event_on <= _end), -1)").getField("row");
    return events
        .groupBy("subscription_id")
        .agg(
            min(SubscriptionSpan.from()).as("_from"),
            max(SubscriptionSpan.until()).as("_until"),
            array_sort(collect_list(event)).as("_events"))
        .withColumn("month_start", explode(months))
        .withColumn("_end", expr("last_day(month_start)"))
        .withColumn("_now", coalesce(known, expr("_events[0].row")))
        .select(col("_now.*"), col("month_start"), col("_end"), isRenewed().as("is_renewed"))
        .withColumn("is_active", isActive())
        .withColumn("is_started", trunc(col("started_on"), "month").equalTo(col("month_start")))
        .withColumn("is_ended", coalesce(isEnded(), expr("false")))
        .withColumn("monthly_fee", expr("if(is_active, monthly_fee, cast(0 as decimal(18,6)))"));
  }

  private static Column isRenewed() {
    return expr(
        "exists(_events, e -> e.event_on between month_start and _end"
            + " and e.event_on > e.row.started_on and e.row.ended_on is null)");
  }

  private static Column isActive() {
    return expr(
        "started_on <= _end and coalesce(ended_on > _end, true)"
            + " and coalesce(term_ends_on, add_months(event_on, 12)) >= _end");
  }

  private static Column isEnded() {
    return trunc(col("ended_on"), "month").equalTo(col("month_start"));
  }
}
