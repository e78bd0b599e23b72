package io.clientele.pipeline.store;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.warehouse.spec.TableSpec;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Change sets made from others, one row a key. */
final class ChangeFold {
  private ChangeFold() {}

  /** The net effect of several change sets: first row before, last row after. */
  static Dataset<Row> fold(Dataset<Row> recorded, TableSpec spec) {
    Column sequence = col("change_sequence");
    Column[] key =
        spec.key().stream()
            .map(column -> coalesce(col("after." + column), col("before." + column)).as(column))
            .toArray(Column[]::new);
    return recorded
        .groupBy(key)
        .agg(
            min_by(struct(col("before")), sequence).as("first"),
            max_by(struct(col("after")), sequence).as("last"))
        .select(col("first.before").as("before"), col("last.after").as("after"))
        .transform(pairs -> net(pairs, spec));
  }

  /** The difference between two states of a table. */
  static Dataset<Row> compare(Dataset<Row> before, Dataset<Row> after, TableSpec spec) {
    Column[] columns =
        spec.columnNames().stream().map(column -> col(column)).toArray(Column[]::new);
    Dataset<Row> old = SnapshotRows.aligned(before, spec);
    if (spec.key().isEmpty()) {
      Dataset<Row> gone =
          old.exceptAll(after)
              .select(
                  lit("delete").as("change_type"),
                  struct(columns).as("before"),
                  lit(null).cast(after.schema()).as("after"));
      return gone.unionByName(InMemoryInputs.asInserts(after.exceptAll(old)));
    }
    Dataset<Row> left = keyed(old, columns, "before", spec, "b_");
    Dataset<Row> right = keyed(after, columns, "after", spec, "a_");
    Column sameKey =
        spec.key().stream()
            .map(column -> col("b_" + column).eqNullSafe(col("a_" + column)))
            .reduce(Column::and)
            .orElseThrow();
    return left.join(right, sameKey, "full_outer")
        .select("before", "after")
        .transform(pairs -> net(pairs, spec));
  }

  private static Dataset<Row> keyed(
      Dataset<Row> rows, Column[] columns, String name, TableSpec spec, String prefix) {
    Stream<Column> key = spec.key().stream().map(column -> col(column).as(prefix + column));
    return rows.select(
        Stream.concat(key, Stream.of(struct(columns).as(name))).toArray(Column[]::new));
  }

  private static Dataset<Row> net(Dataset<Row> pairs, TableSpec spec) {
    Column existed = col("before").isNotNull();
    Column exists = col("after").isNotNull();
    Column differs = existed.and(exists).and(differs(spec));
    return pairs
        .select(
            when(not(existed).and(exists), "insert")
                .when(existed.and(not(exists)), "delete")
                .when(differs, "update")
                .as("change_type"),
            col("before"),
            col("after"))
        .where("change_type is not null");
  }

  /** Whether a compared column differs between the row before and the row after. */
  static Column differs(TableSpec spec) {
    return spec.comparedColumns().stream()
        .map(column -> not(col("before." + column).eqNullSafe(col("after." + column))))
        .reduce(Column::or)
        .orElse(lit(false));
  }
}
