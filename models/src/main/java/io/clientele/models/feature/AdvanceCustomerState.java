package io.clientele.models.feature;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.fact.FctCustomerDay;
import io.clientele.warehouse.feature.FtrCustomerState;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Advances the state of the customer records that tonight's facts touch: all purchase days of a
 * record in one row.
 *
 * <ol>
 *   <li>Per touched record: the days that changed, and the entries those days have now.
 *   <li>The state keeps its other days and takes the new entries; the order of nights and of rows
 *       cannot matter, because an entry replaces the day as a whole.
 *   <li>A record that has no day left is deleted.
 * </ol>
 */
public final class AdvanceCustomerState implements Step {
  private static final String STATE = FtrCustomerState.TABLE.name();
  private static final String FACTS = FctCustomerDay.TABLE.name();
  private static final String ENTRY =
      "named_struct('day', after.day, 'order_count', after.order_count,"
          + " 'line_count', after.line_count, 'quantity', after.quantity,"
          + " 'spend_bought', after.spend_bought, 'spend_returned', after.spend_returned,"
          + " 'known_at', after.known_at)";

  @Override
  public String name() {
    return "advance-customer-state";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(FACTS).andPublished(STATE);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(STATE);
  }

  @Override
  public Changes build(Inputs in) {
    if (in.isUnchanged(FACTS)) {
      return Changes.none();
    }
    Dataset<Row> touched =
        in.changes(FACTS)
            .select(
                expr("coalesce(after.customer_record_id, before.customer_record_id)")
                    .as("customer_record_id"),
                expr("coalesce(after.day, before.day)").as("day"),
                expr("case when change_type <> 'delete' then " + ENTRY + " end").as("entry"))
            .groupBy("customer_record_id")
            .agg(
                expr("collect_set(day)").as("touched_days"),
                expr("collect_list(entry)").as("entries"));
    Dataset<Row> merged =
        touched
            .join(kept(in), "customer_record_id", "left")
            .selectExpr(
                "customer_record_id",
                "array_sort(concat(entries, coalesce(filter(stored_days,"
                    + " d -> not array_contains(touched_days, d.day)), array()))) as days");
    return Changes.none()
        .and(
            STATE,
            merged.where("size(days) > 0"),
            merged.where("size(days) = 0").select("customer_record_id"));
  }

  private static Dataset<Row> kept(Inputs in) {
    return in.published(STATE).select(col("customer_record_id"), col("days").as("stored_days"));
  }
}
