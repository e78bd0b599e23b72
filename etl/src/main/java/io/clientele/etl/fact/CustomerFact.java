package io.clientele.etl.fact;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.DimDate;
import io.clientele.warehouse.spec.TableSpec;
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

  Reads reads() {
    return versions().reads(Reads.changesOf(conformed).andCurrent(DimDate.TABLE.name()));
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
    Dataset<Row> rows = versions().in(in, in.changedRows(conformed)).select(facts);
    Dataset<Row> gone =
        in.changes(conformed)
            .where(col("change_type").equalTo("delete"))
            .select(col("before." + id()).as(id()));
    Dataset<Row> tonight =
        in.changes(conformed)
            .select(coalesce(col("after." + id()), col("before." + id())).as(id()));
    return Changes.none().and(table.name(), rows.unionByName(versions().moved(in, tonight)), gone);
  }

  private CustomerVersions versions() {
    return new CustomerVersions(table, at);
  }

  private String id() {
    return table.key().get(0);
  }
}
