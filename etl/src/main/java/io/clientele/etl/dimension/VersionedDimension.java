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
 */
record VersionedDimension(
    TableSpec table,
    TableSpec canonical,
    TableSpec conformed,
    String id,
    MemberChanges members,
    Map<String, Column> derived,
    Map<String, Column> inferred,
    Map<String, Column> unknown) {

  Reads reads() {
    return Reads.changesOf(conformed.name(), MemberChanges.TABLE)
        .andCurrent(conformed.name(), table.name());
  }

  Changes build(Inputs in) {
    Dataset<Row> touched = in.once(touched(in));
    Dataset<Row> rows = in.once(versions(in, touched).unionByName(inferred(in)));
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
    return TouchedKeys.sides(in.changes(conformed.name()), col(id))
        .unionByName(members.described(in).select(col("member_id").as(id)))
        .unionByName(members.gone(in).select(col("member_id").as(id)))
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
        .select(Columns.of(table, columns));
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

  private Dataset<Row> inferred(Inputs in) {
    Map<String, Column> columns = new HashMap<>(inferred);
    columns.put(id, col("member_id"));
    columns.put(key(), SurrogateKeys.firstVersion(col("member_id")));
    columns.put("valid_from", lit(SurrogateKeys.FIRST));
    columns.put("valid_to", lit(SurrogateKeys.OPEN));
    columns.put("is_current", lit(true));
    columns.put("is_inferred", lit(true));
    Dataset<Row> known = in.current(conformed.name()).select(col(id).as("member_id"));
    return TouchedKeys.without(members.described(in), known).select(filled(columns, true));
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
