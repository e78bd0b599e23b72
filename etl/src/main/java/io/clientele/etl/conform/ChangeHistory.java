package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.bitwise_not;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldRole;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Observations of a record become its change history: one row for each time from which it was
 * different from before. The history is a function of the set of observations, whatever the order
 * in which they arrive.
 *
 * <p>Rules: observations count in the order of {@code effective_at}. Of several at the same time
 * the last counts: the source declared first beats the others, within a source the newest delivery
 * ({@code batch_effective_at, batch_id, record_number}). Where the counting content was delivered
 * more than once for that time, the row keeps the address of the first delivery, so that a repeated
 * full extract changes nothing.
 *
 * @param table conformed table; its key is the record and {@code effective_at}
 */
record ChangeHistory(TableSpec table) {
  static final String RANK = "_source_rank";
  static final String DELIVERED = "_batch_effective_at";
  private static final String AT = "effective_at";
  private static final String HASH = "attribute_hash";
  private static final String FROM = "_touched_from";
  private static final String PRIOR = "_prior_hash";
  private static final Set<String> NO_ATTRIBUTE = Set.of("source", "source_customer_id", HASH);

  /** The attributes whose change opens a new row. */
  List<Field> attributes() {
    return table.fields().stream()
        .filter(
            field ->
                field.role() == FieldRole.TRACKED_ATTRIBUTE
                    || (field.role() == FieldRole.ATTRIBUTE
                        && !NO_ATTRIBUTE.contains(field.name())))
        .toList();
  }

  /**
   * Hash of the attributes in which an empty value differs from a missing column; of a record that
   * is gone it is another than of one that is there.
   */
  Column attributeHash() {
    List<Column> parts = new ArrayList<>();
    for (Field field : attributes()) {
      if (!field.name().equals(FullExtracts.IS_DELETED)) {
        parts.add(col(field.name()).isNull());
        parts.add(col(field.name()));
      }
    }
    Column hash = xxhash64(parts.toArray(Column[]::new));
    return when(col(FullExtracts.IS_DELETED), bitwise_not(hash)).otherwise(hash);
  }

  /**
   * The records that tonight's observations touch, from when on, and what held just before.
   *
   * @param tonight at least record and {@code effective_at}
   * @param stored the history as it is
   */
  Dataset<Row> touched(Dataset<Row> tonight, Dataset<Row> stored) {
    Dataset<Row> from = tonight.groupBy(record()).agg(min(AT).as(FROM));
    Dataset<Row> prior =
        stored
            .select(col(record()), col(AT), col(HASH))
            .join(from, record())
            .where(col(AT).lt(col(FROM)))
            .groupBy(record())
            .agg(max_by(col(HASH), col(AT)).as(PRIOR));
    return from.join(prior, new String[] {record()}, "left");
  }

  /** The rows of the touched records from the touched time on. */
  Dataset<Row> changed(Dataset<Row> observations, Dataset<Row> touched) {
    WindowSpec sameTime =
        Window.partitionBy(record(), AT).orderBy(RANK, DELIVERED, "batch_id", "record_number");
    WindowSpec whole =
        sameTime.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing());
    WindowSpec inTime =
        Window.partitionBy(record()).orderBy(AT, RANK, DELIVERED, "batch_id", "record_number");
    return observations
        .join(touched, record())
        .where(col(AT).geq(col(FROM)))
        .repartition(col(record()))
        .withColumn("_counts", last(HASH).over(whole))
        .where(col(HASH).equalTo(col("_counts")))
        .withColumn("_before", coalesce(lag(HASH, 1).over(inTime), col(PRIOR)))
        .where(col("_before").isNull().or(col("_before").notEqual(col(HASH))))
        .select(Columns.named(table.columnNames()));
  }

  /** Keys of stored rows that start no change any more. */
  Dataset<Row> vanished(Dataset<Row> stored, Dataset<Row> touched, Dataset<Row> changed) {
    return stored
        .select(col(record()), col(AT))
        .join(touched, record())
        .where(col(AT).geq(col(FROM)))
        .select(col(record()), col(AT))
        .join(changed.select(record(), AT), new String[] {record(), AT}, "left_anti");
  }

  private String record() {
    return table.key().get(0);
  }
}
