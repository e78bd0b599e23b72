package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.etl.dimension.LoadDimDate;
import io.clientele.etl.dimension.SurrogateKeys;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfSalesLine;
import io.clientele.warehouse.dimension.DimCustomer;
import io.clientele.warehouse.dimension.DimProduct;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sales lines as facts, with the keys of the versions that were valid when they were ordered. When
 * the versions of a member change afterwards, the facts since then are looked up again and those
 * whose key differs are written.
 */
public final class LoadFctSales implements ChangeDriven {
  private static final String LINES = CnfSalesLine.TABLE.name();
  private static final String FACTS = FctSales.TABLE.name();
  private static final String CUSTOMERS = DimCustomer.TABLE.name();
  private static final String PRODUCTS = DimProduct.TABLE.name();
  private static final String ID = FctSales.SALES_LINE_ID.name();
  private static final VersionLookUp CUSTOMER =
      new VersionLookUp("customer_record_id", "customer_key", "ordered_at");
  private static final VersionLookUp PRODUCT =
      new VersionLookUp("product_id", "product_key", "ordered_at");

  private final TableSpec table;

  public LoadFctSales(Warehouse warehouse) {
    this.table = warehouse.table(FACTS);
  }

  @Override
  public String name() {
    return "load-fct-sales";
  }

  /**
   * Wherever a version starts or stops being, its neighbour's end of validity moves there: the
   * smallest end in the change sets bounds the facts that can be touched. A new member without
   * other versions ends in 9999 and touches none.
   */
  @Override
  public Reads reads() {
    Span since = new Span("ordered_at", List.of(CUSTOMERS, PRODUCTS), "valid_to", true).ofMoved();
    return Reads.changesOf(LINES, CUSTOMERS, PRODUCTS)
        .andCurrent(CUSTOMERS, PRODUCTS)
        .andWithin(FACTS, since);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(FACTS);
  }

  @Override
  public Changes build(Inputs in) {
    Dataset<Row> lines = withVersions(in, in.changedRows(LINES)).select(facts());
    Dataset<Row> gone =
        in.changes(LINES)
            .where(col("change_type").equalTo("delete"))
            .select(col("before." + ID).as(ID), formerDay());
    boolean isMoved = !in.isUnchanged(CUSTOMERS) || !in.isUnchanged(PRODUCTS);
    return Changes.none()
        .and(FACTS, isMoved ? lines.unionByName(moved(in)) : lines, gone)
        .formerly(FACTS, in.changes(LINES).where("before is not null").select(formerDay()));
  }

  private static Column formerDay() {
    return col("before.order_date").as("order_date");
  }

  private static Dataset<Row> withVersions(Inputs in, Dataset<Row> lines) {
    return PRODUCT.in(CUSTOMER.in(lines, in.current(CUSTOMERS)), in.current(PRODUCTS));
  }

  private Column[] facts() {
    Map<String, Column> expressions =
        Map.of(
            "order_date_key", LoadDimDate.key(col("order_date")),
            "store_key", SurrogateKeys.memberOr(col("store_id"), SurrogateKeys.NOT_APPLICABLE),
            "channel_key", SurrogateKeys.memberOr(col("channel_id"), SurrogateKeys.UNKNOWN));
    return Columns.of(table, expressions);
  }

  /** Stored facts of members with other versions than before, whose key is another now. */
  private Dataset<Row> moved(Inputs in) {
    Dataset<Row> stored =
        in.within(FACTS)
            .withColumnRenamed("customer_key", "_customer_key")
            .withColumnRenamed("product_key", "_product_key");
    Dataset<Row> touched =
        flagged(
                flagged(stored, CUSTOMER.moved(in.changes(CUSTOMERS)), "_by_customer"),
                PRODUCT.moved(in.changes(PRODUCTS)),
                "_by_product")
            .where(col("_by_customer").isNotNull().or(col("_by_product").isNotNull()));
    Dataset<Row> tonight =
        in.changes(LINES).select(coalesce(col("after." + ID), col("before." + ID)).as(ID));
    return withVersions(in, TouchedKeys.without(touched, tonight))
        .where(
            col("customer_key")
                .notEqual(col("_customer_key"))
                .or(col("product_key").notEqual(col("_product_key"))))
        .select(Columns.named(table.columnNames()));
  }

  private static Dataset<Row> flagged(Dataset<Row> facts, Dataset<Row> members, String flag) {
    return facts.join(
        TouchedKeys.lookUp(members.withColumn(flag, lit(true))), members.columns(), "left");
  }
}
