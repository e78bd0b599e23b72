package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.DimCustomer;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A fact whose only versioned dimension is the customer: what its conformed table changes, and the
 * stored facts whose customer has other versions than before.
 *
 * @param table the fact; its key is one column, which the conformed table has too
 * @param conformed table that it is made of, row by row
 * @param at column of both that says which version counts, UTC
 */
record CustomerFact(TableSpec table, String conformed, String at) {
  private static final String CUSTOMERS = DimCustomer.TABLE.name();

  /** See {@link LoadFctSales#reads()} for why the smallest end of validity bounds what is read. */
  Reads reads() {
    return Reads.changesOf(conformed, CUSTOMERS)
        .andCurrent(CUSTOMERS)
        .andWithin(table.name(), new Span(at, List.of(CUSTOMERS), "valid_to", true).ofMoved());
  }

  Writes writes() {
    return Writes.upsert(table.name());
  }

  /**
   * The change set of the fact.
   *
   * @param facts its columns, made of those of the conformed table and {@code customer_key}
   */
  Changes build(Inputs in, Column[] facts) {
    Dataset<Row> rows = withVersion(in, in.changedRows(conformed)).select(facts);
    Dataset<Row> gone =
        in.changes(conformed)
            .where(col("change_type").equalTo("delete"))
            .select(col("before." + id()).as(id()));
    Dataset<Row> all = in.isUnchanged(CUSTOMERS) ? rows : rows.unionByName(moved(in));
    return Changes.none().and(table.name(), all, gone);
  }

  private Dataset<Row> moved(Inputs in) {
    Dataset<Row> tonight =
        in.changes(conformed)
            .select(coalesce(col("after." + id()), col("before." + id())).as(id()));
    Dataset<Row> touched =
        TouchedKeys.narrow(in.within(table.name()), lookUp().moved(in.changes(CUSTOMERS)))
            .withColumnRenamed("customer_key", "_customer_key");
    return withVersion(in, TouchedKeys.without(touched, tonight))
        .where(col("customer_key").notEqual(col("_customer_key")))
        .select(Columns.named(table.columnNames()));
  }

  private Dataset<Row> withVersion(Inputs in, Dataset<Row> rows) {
    return lookUp().in(rows, in.current(CUSTOMERS));
  }

  private VersionLookUp lookUp() {
    return new VersionLookUp("customer_record_id", "customer_key", at);
  }

  private String id() {
    return table.key().get(0);
  }
}
