package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.clientele.etl.conform.CustomerRecords;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.dimension.MemberChanges;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.conformed.CnfCustomer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Customer records that are new tonight or of which something new is said. */
final class TonightsRecords {
  private static final String HISTORY = CnfCustomer.TABLE.name();
  private static final String RECORD = Links.RECORD;
  private static final MemberChanges MEMBERS = new MemberChanges("customer");

  private TonightsRecords() {}

  /** Number, source and since when the source says anything; at least the touched records. */
  static Dataset<Row> of(Inputs in, boolean isEverything) {
    Dataset<Row> named =
        MEMBERS
            .described(in)
            .select(
                col("member_id").as(RECORD),
                col("source"),
                col("source_customer_id"),
                lit(null).cast("timestamp").as("effective_at"));
    Dataset<Row> touched =
        TouchedKeys.sides(in.changes(HISTORY), col(RECORD)).union(named.select(RECORD)).distinct();
    Dataset<Row> history =
        in.current(HISTORY).select(RECORD, "source", "source_customer_id", "effective_at");
    return (isEverything ? history : TouchedKeys.exactly(history, touched))
        .union(named)
        .groupBy(RECORD)
        .agg(
            max("source").as("source"),
            max("source_customer_id").as("source_customer_id"),
            min("effective_at").as("first_seen_at"));
  }

  /** Records that nothing names any more. */
  static Dataset<Row> gone(Inputs in) {
    return TouchedKeys.without(
        MEMBERS.gone(in).select(col("member_id").as(RECORD)), in.current(HISTORY).select(RECORD));
  }

  /**
   * Records as the bridge will have them, with the durable id until now.
   *
   * @param stored rows of the bridge
   * @param tonight see {@link #of}
   */
  static Dataset<Row> known(Dataset<Row> stored, Dataset<Row> tonight) {
    Dataset<Row> before =
        stored.select(
            col(RECORD),
            col("source").as("old_source"),
            col("source_customer_id").as("old_number"),
            col("first_seen_at").as("old_first_seen_at"),
            col("customer_id").as(TouchedCustomers.BEFORE),
            col("linked_by"));
    return before
        .join(tonight, new String[] {RECORD}, "full_outer")
        .select(
            col(RECORD),
            coalesce(col("source"), col("old_source")).as("source"),
            coalesce(col("source_customer_id"), col("old_number")).as("source_customer_id"),
            coalesce(col("first_seen_at"), col("old_first_seen_at")).as("first_seen_at"),
            col(TouchedCustomers.BEFORE),
            coalesce(col("linked_by"), lit(CustomerRecords.OWN_RECORD)).as("linked_by"));
  }
}
