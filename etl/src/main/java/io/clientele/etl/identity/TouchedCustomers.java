package io.clientele.etl.identity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.conform.CustomerRecords;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.dimension.BrgCustomerLink;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The customers whose links change tonight: all their records, connected anew.
 *
 * <p>A customer's id is that of one of its records, the founder. Of the records that found a
 * customer already, the earliest seen stays founder; among records that found none yet, the
 * earliest seen becomes it. So an id that somebody knows is kept through merges, the older of two
 * survives, and after a split the part with the founder keeps it.
 */
final class TouchedCustomers {
  /** Durable id of the record until tonight; empty for a new record. */
  static final String BEFORE = "customer_id_before";

  private static final String RECORD = Links.RECORD;
  private static final String[] KEY = BrgCustomerLink.TABLE.key().toArray(String[]::new);

  private final Inputs in;
  private final Dataset<Row> records;
  private final Dataset<Row> links;

  /**
   * @param bridge brg_customer_record as it was
   * @param tonight see {@link TonightsRecords#of}
   * @param changes links that come and go; see {@link LinkChanges}
   */
  TouchedCustomers(Inputs in, Dataset<Row> bridge, Dataset<Row> tonight, Dataset<Row> changes) {
    this.in = in;
    Dataset<Row> ends =
        changes.select(explode(array(col(RECORD), col(Links.OTHER))).as(RECORD)).distinct();
    Dataset<Row> customers =
        TouchedKeys.exactly(bridge, ends).select(BrgCustomerRecord.CUSTOMER_ID.name()).distinct();
    Dataset<Row> stored = in.settled(TouchedKeys.exactly(bridge, customers));
    Dataset<Row> ids = ends.union(stored.select(RECORD)).distinct();
    this.records = in.settled(TonightsRecords.known(stored, TouchedKeys.exactly(tonight, ids)));
    this.links = in.settled(TouchedKeys.exactly(after(in, changes), records.select(RECORD)));
  }

  private static Dataset<Row> after(Inputs in, Dataset<Row> changes) {
    Dataset<Row> stored = in.current(BrgCustomerLink.TABLE.name());
    Dataset<Row> went = changes.where(col(LinkChanges.IS_NEW).equalTo(false));
    return stored
        .join(went, KEY, "left_anti")
        .select(RECORD, Links.OTHER, Links.RULE)
        .union(changes.where(col(LinkChanges.IS_NEW)).select(RECORD, Links.OTHER, Links.RULE));
  }

  /** Their record ids. */
  Dataset<Row> recordIds() {
    return records.select(RECORD);
  }

  /**
   * Their rows of the bridge, with {@link #BEFORE}.
   *
   * @param isKeptApart whether stewards keep any records apart
   */
  Dataset<Row> rows(boolean isKeptApart) {
    Dataset<Row> linking = links.where(Links.keepsApart().equalTo(false));
    Dataset<Row> bothWays = in.settled(Links.bothWays(linking));
    Dataset<Row> components = new Components(in::settled).of(bothWays);
    Dataset<Row> linked =
        isKeptApart
            ? new KeptApart(in, links).parted(bothWays, components)
            : bothWays.join(components, RECORD);
    Dataset<Row> rules =
        linked
            .groupBy(RECORD, Components.LABEL)
            .agg(array_join(array_sort(collect_set(Links.RULE)), ", ").as("rules"));
    return founded(
        records
            .drop("linked_by")
            .join(rules, new String[] {RECORD}, "left")
            .withColumn("linked_by", coalesce(col("rules"), lit(CustomerRecords.OWN_RECORD)))
            .withColumn(Components.LABEL, coalesce(col(Components.LABEL), col(RECORD))));
  }

  private static Dataset<Row> founded(Dataset<Row> rows) {
    Column own = CustomerRecords.customerId(col(RECORD));
    WindowSpec founderFirst =
        Window.partitionBy(Components.LABEL)
            .orderBy(
                coalesce(col(BEFORE).equalTo(own), lit(false)).desc(),
                col("first_seen_at").asc_nulls_last(),
                col("source"),
                col("source_customer_id"),
                col(RECORD));
    return rows.withColumn("customer_id", first(own).over(founderFirst));
  }
}
