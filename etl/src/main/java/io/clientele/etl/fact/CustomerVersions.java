package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.col;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Reads.Span;
import io.clientele.warehouse.dimension.DimCustomer;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The customer versions of a fact, also of stored rows whose customer has other versions now.
 *
 * @param table the fact, with {@code customer_record_id} and {@code customer_key}
 * @param at its column that says which version counts, UTC
 */
record CustomerVersions(TableSpec table, String at) {
  private static final String CUSTOMERS = DimCustomer.TABLE.name();

  /** See {@link LoadFctSales#reads()} for why the smallest end of validity bounds what is read. */
  Reads reads(Reads before) {
    return before
        .andChangesOf(CUSTOMERS)
        .andCurrent(CUSTOMERS)
        .andWithin(table.name(), new Span(at, List.of(CUSTOMERS), "valid_to", true).ofMoved());
  }

  /** Adds {@code customer_key} to rows with the record and the time. */
  Dataset<Row> in(Inputs in, Dataset<Row> rows) {
    return lookUp().in(rows, in.current(CUSTOMERS));
  }

  /**
   * Stored facts whose customer version is another now.
   *
   * @param tonight keys of facts that are made anew anyhow
   */
  Dataset<Row> moved(Inputs in, Dataset<Row> tonight) {
    if (in.isUnchanged(CUSTOMERS)) {
      return Columns.noRows(in.session(), table);
    }
    Dataset<Row> touched =
        TouchedKeys.narrow(in.within(table.name()), lookUp().moved(in.changes(CUSTOMERS)))
            .withColumnRenamed("customer_key", "_customer_key");
    return in(in, TouchedKeys.without(touched, tonight))
        .where(col("customer_key").notEqual(col("_customer_key")))
        .select(Columns.named(table.columnNames()));
  }

  private VersionLookUp lookUp() {
    return new VersionLookUp("customer_record_id", "customer_key", at);
  }
}
