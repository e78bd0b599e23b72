package io.clientele.etl.dimension;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.conform.Columns;
import io.clientele.etl.conform.TouchedKeys;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * A dimension with history: the change history of a record becomes its versions, a record that only
 * sales lines name becomes one inferred version. All versions of touched records are built again
 * from the conformed history, so the order of arrival does not matter.
 *
 * @param table dimension
 * @param canonical the dimension without a company's own attributes
 * @param conformed table of the change history
 * @param id column of the record in both
 * @param members records that sales lines name
 * @param derived expressions of columns that the history lacks, over its columns
 * @param inferred columns of an inferred member, over the columns of the named member
 * @param unknown columns of the member -1; others stay empty
 * @param bridge table that says under which {@code customer_id} each record stands; empty = its own
 */
record VersionedDimension(
    TableSpec table,
    TableSpec canonical,
    TableSpec conformed,
    String id,
    MemberChanges members,
    Map<String, Column> derived,
    Map<String, Column> inferred,
    Map<String, Column> unknown,
    Optional<String> bridge) {

  Reads reads() {
    Reads reads =
        Reads.changesOf(conformed.name(), MemberChanges.TABLE)
            .andCurrent(conformed.name(), table.name());
    return bridge.map(name -> reads.andChangesOf(name).andCurrent(name)).orElse(reads);
  }

  Changes build(Inputs in) {
    Dataset<Row> touched = in.once(touched(in));
    Dataset<Row> rows = in.once(versions(in, touched).unionByName(inferred(in, touched)));
    String key = key();
    Dataset<Row> vanished =
        TouchedKeys.without(
                TouchedKeys.exactly(in.current(table.name()).select(id, key), touched),
                rows.select(key))
            .where(col(key).notEqual(SurrogateKeys.UNKNOWN))
            .select(key);
    return Changes.none().and(table.name(), rows.unionByName(unknown(in)), vanished);
  }

  private Dataset<Row> touched(Inputs in) {
    Dataset<Row> touched =
        TouchedKeys.sides(in.changes(conformed.name()), col(id))
            .unionByName(members.described(in).select(col("member_id").as(id)))
            .unionByName(members.gone(in).select(col("member_id").as(id)));
    return bridge
        .map(name -> touched.unionByName(TouchedKeys.sides(in.changes(name), col(id))))
        .orElse(touched)
        .distinct();
  }

  private Dataset<Row> versions(Inputs in, Dataset<Row> touched) {
    WindowSpec inTime = Window.partitionBy(id).orderBy("effective_at");
    Dataset<Row> history =
        TouchedKeys.narrow(in.current(conformed.name()), touched).repartition(col(id));
    Map<String, Column> columns = new HashMap<>(derived);
    columns.put("valid_from", coalesce(col("_start"), lit(SurrogateKeys.FIRST)));
    columns.put("valid_to", coalesce(col("_end"), lit(SurrogateKeys.OPEN)));
    columns.put("is_current", col("_end").isNull());
    columns.put("is_inferred", lit(false));
    columns.put(
        key(), SurrogateKeys.version(col(id), coalesce(col("_start"), lit(SurrogateKeys.FIRST))));
    return ofTracked(history, inTime)
        .withColumn("_start", startAfterFirst(inTime))
        .withColumn("_end", lead("effective_at", 1).over(inTime))
        .transform(rows -> underDurableId(in, rows, touched))
        .select(Columns.of(table, columns));
  }

  /** Adds the durable id from the bridge, if there is one; {@code touched} holds all records. */
  private Dataset<Row> underDurableId(Inputs in, Dataset<Row> rows, Dataset<Row> touched) {
    return bridge
        .map(
            name ->
                rows.join(
                    TouchedKeys.narrow(in.current(name).select(id, "customer_id"), touched),
                    new String[] {id},
                    "left"))
        .orElse(rows);
  }

  private static Column startAfterFirst(WindowSpec inTime) {
    Column isLater = lag("effective_at", 1).over(inTime).isNotNull();
    return when(isLater, col("effective_at"));
  }

  /** Only changes of tracked attributes start a version; the others hold their newest value. */
  private Dataset<Row> ofTracked(Dataset<Row> history, WindowSpec inTime) {
    List<Field> untracked =
        Columns.ownAttributes(table, canonical).stream()
            .filter(field -> !table.trackedColumns().contains(field.name()))
            .toList();
    if (untracked.isEmpty()) {
      return history;
    }
    WindowSpec whole = inTime.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    Dataset<Row> newest = history;
    for (Field field : untracked) {
      newest = newest.withColumn(field.name(), last(field.name()).over(whole));
    }
    Column tracked = struct(Columns.named(table.trackedColumns()));
    return newest
        .withColumn("_tracked", tracked)
        .withColumn("_before", lag("_tracked", 1).over(inTime))
        .where(
            col("_before").isNull().or(col("_before").eqNullSafe(col("_tracked")).equalTo(false)));
  }

  private Dataset<Row> inferred(Inputs in, Dataset<Row> touched) {
    Map<String, Column> columns = new HashMap<>(inferred);
    bridge.ifPresent(name -> columns.put("customer_id", col("customer_id")));
    columns.put(id, col(id));
    columns.put(key(), SurrogateKeys.firstVersion(col(id)));
    columns.put("valid_from", lit(SurrogateKeys.FIRST));
    columns.put("valid_to", lit(SurrogateKeys.OPEN));
    columns.put("is_current", lit(true));
    columns.put("is_inferred", lit(true));
    Dataset<Row> known = in.current(conformed.name()).select(id);
    return TouchedKeys.without(members.described(in).withColumnRenamed("member_id", id), known)
        .transform(rows -> underDurableId(in, rows, touched))
        .select(filled(columns, true));
  }

  private Dataset<Row> unknown(Inputs in) {
    Map<String, Column> columns = new HashMap<>(unknown);
    columns.put(key(), lit(SurrogateKeys.UNKNOWN));
    columns.put("valid_from", lit(SurrogateKeys.FIRST));
    columns.put("valid_to", lit(SurrogateKeys.OPEN));
    columns.put("is_current", lit(true));
    columns.put("is_inferred", lit(false));
    columns.put("known_at", lit(SurrogateKeys.FIRST));
    columns.put("known_at_basis", lit("business_date"));
    return in.session().range(1).select(filled(columns, false));
  }

  private Column[] filled(Map<String, Column> columns, boolean hasAudit) {
    Map<String, Column> all = new HashMap<>(columns);
    for (Field field : table.fields()) {
      boolean isTaken = hasAudit && field.name().startsWith("known_at");
      if (!isTaken) {
        all.putIfAbsent(field.name(), Columns.none(field));
      }
    }
    return Columns.of(table, all);
  }

  private String key() {
    return table.key().get(0);
  }
}
