package io.clientele.models.feature;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

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
final class CustomerState {
  private static final String ENTRY =
      "named_struct('day', after.day, 'order_count', after.order_count,"
          + " 'line_count', after.line_count, 'quantity', after.quantity,"
          + " 'spend_bought', after.spend_bought, 'spend_returned', after.spend_returned,"
          + " 'known_at', after.known_at)";

  private CustomerState() {}

  /**
   * Every record, touched or not: {@code customer_record_id}, {@code days} (empty when none is
   * left), {@code is_touched}.
   *
   * @param stored the state as it was
   * @param changes change set of fct_customer_day
   */
  static Dataset<Row> advanced(Dataset<Row> stored, Dataset<Row> changes) {
    return touched(changes)
        .join(
            stored.select(col("customer_record_id"), col("days").as("stored_days")),
            new String[] {"customer_record_id"},
            "full_outer")
        .selectExpr(
            "customer_record_id",
            "case when entries is null then stored_days else"
                + " array_sort(concat(entries, coalesce(filter(stored_days,"
                + " d -> not array_contains(touched_days, d.day)), array()))) end as days",
            "entries is not null as is_touched");
  }

  private static Dataset<Row> touched(Dataset<Row> changes) {
    return changes
        .select(
            expr("coalesce(after.customer_record_id, before.customer_record_id)")
                .as("customer_record_id"),
            expr("coalesce(after.day, before.day)").as("day"),
            expr("case when change_type <> 'delete' then " + ENTRY + " end").as("entry"))
        .groupBy("customer_record_id")
        .agg(
            expr("collect_set(day)").as("touched_days"), expr("collect_list(entry)").as("entries"));
  }
}
