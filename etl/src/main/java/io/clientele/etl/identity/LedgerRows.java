package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.clientele.pipeline.RunContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What the ledger says of a night: each known record that belongs to another customer now. */
final class LedgerRows {
  private static final String BEFORE = TouchedCustomers.BEFORE;

  private LedgerRows() {}

  /**
   * Rows of brg_customer_ledger.
   *
   * @param customers see {@link TouchedCustomers#rows}
   * @param changes see {@link LinkChanges#tonight}
   */
  static Dataset<Row> of(Dataset<Row> customers, Dataset<Row> changes, RunContext run) {
    Dataset<Row> surviving =
        customers.select(col("customer_id").as(BEFORE), lit(true).as("survives")).distinct();
    Column reason =
        when(
                col("survives"),
                concat(lit("no longer linked by "), coalesce(col("went"), lit("others"))))
            .otherwise(concat(lit("linked by "), coalesce(col("came"), lit("others"))));
    return customers
        .where(col(BEFORE).notEqual(col("customer_id")))
        .join(surviving, new String[] {BEFORE}, "left")
        .withColumn("survives", coalesce(col("survives"), lit(false)))
        .join(reasons(customers, changes), new String[] {BEFORE}, "left")
        .select(
            lit(run.runId()).as("run_id"),
            col(Links.RECORD),
            when(col("survives"), "split").otherwise("merged").as("event"),
            col(BEFORE).as("from_customer_id"),
            col("customer_id").as("to_customer_id"),
            when(col("kept_apart"), "a steward keeps them apart").otherwise(reason).as("reason"),
            lit(run.startedAt()).as("happened_at"));
  }

  /** Rules whose links came or went, for each former customer. */
  private static Dataset<Row> reasons(Dataset<Row> customers, Dataset<Row> changes) {
    Dataset<Row> ofRecords =
        changes
            .select(Links.RECORD, Links.RULE, LinkChanges.IS_NEW)
            .union(changes.select(Links.OTHER, Links.RULE, LinkChanges.IS_NEW));
    Column isNew = col(LinkChanges.IS_NEW);
    return customers
        .select(Links.RECORD, BEFORE)
        .join(ofRecords, Links.RECORD)
        .groupBy(BEFORE)
        .agg(
            rules(isNew.and(Links.keepsApart().equalTo(false))).as("came"),
            rules(isNew.equalTo(false)).as("went"),
            org.apache.spark.sql.functions.max(isNew.and(Links.keepsApart())).as("kept_apart"));
  }

  private static Column rules(Column condition) {
    Column all = array_join(array_sort(collect_set(when(condition, col(Links.RULE)))), ", ");
    return when(all.notEqual(""), all);
  }
}
