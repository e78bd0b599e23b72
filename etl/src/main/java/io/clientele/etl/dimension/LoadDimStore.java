package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.pipeline.ChangeDriven;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.conformed.CnfStore;
import io.clientele.warehouse.dimension.DimStore;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Stores as they are now, stores known from sales lines only, and the two special members. */
public final class LoadDimStore implements ChangeDriven {
  private static final String STORE = DimStore.TABLE.name();
  private static final String HISTORY = CnfStore.TABLE.name();
  private static final String ID = DimStore.STORE_ID.name();
  private static final String KEY = DimStore.STORE_KEY.name();

  private final TableSpec table;

  public LoadDimStore(Warehouse warehouse) {
    this.table = warehouse.table(STORE);
  }

  @Override
  public String name() {
    return "load-dim-store";
  }

  @Override
  public Reads reads() {
    return Reads.changesOf(HISTORY, MemberChanges.TABLE).andCurrent(HISTORY, STORE);
  }

  @Override
  public Writes writes() {
    return Writes.upsert(STORE);
  }

  @Override
  public Changes build(Inputs in) {
    MemberChanges members = new MemberChanges("store");
    Dataset<Row> named = members.described(in).select(col("member_id").as(ID));
    Dataset<Row> gone = members.gone(in).select(col("member_id").as(ID));
    Dataset<Row> touched =
        TouchedKeys.sides(in.changes(HISTORY), col(ID)).unionByName(named).unionByName(gone);
    Dataset<Row> known = newest(in.current(HISTORY));
    Dataset<Row> rows =
        TouchedKeys.exactly(known, touched.distinct())
            .select(columns(false))
            .unionByName(TouchedKeys.without(named, known.select(ID)).select(columns(true)));
    Dataset<Row> vanished =
        TouchedKeys.without(
            TouchedKeys.exactly(in.current(STORE).select(KEY, ID), touched), rows.select(KEY));
    return Changes.none().and(STORE, rows.unionByName(special(in)), vanished.select(KEY));
  }

  private Dataset<Row> newest(Dataset<Row> history) {
    Column row = struct(Columns.named(List.of(history.columns())));
    return history
        .groupBy(ID)
        .agg(max_by(row, col("effective_at")).as("newest"))
        .select("newest.*");
  }

  private Column[] columns(boolean isInferred) {
    Map<String, Column> columns = new HashMap<>();
    columns.put(KEY, SurrogateKeys.member(col(ID)));
    columns.put("is_inferred", lit(isInferred));
    if (isInferred) {
      table.fields().stream()
          .filter(field -> !field.name().equals(ID))
          .forEach(field -> columns.putIfAbsent(field.name(), Columns.none(field)));
    }
    return Columns.of(table, columns);
  }

  private Dataset<Row> special(Inputs in) {
    Column isUnknown = col("id").equalTo(0);
    Map<String, Column> columns = new HashMap<>();
    columns.put(
        KEY,
        when(isUnknown, lit(SurrogateKeys.UNKNOWN)).otherwise(lit(SurrogateKeys.NOT_APPLICABLE)));
    columns.put(ID, when(isUnknown, lit("unknown")).otherwise(lit("not applicable")));
    columns.put("store_name", when(isUnknown, lit("Unknown")).otherwise(lit("Not applicable")));
    columns.put("is_inferred", lit(false));
    for (Field field : table.fields()) {
      columns.putIfAbsent(field.name(), Columns.none(field));
    }
    return in.session().range(2).select(Columns.of(table, columns));
  }
}
