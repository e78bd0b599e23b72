package io.clientele.pipeline.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The keys that an upsert touches, kept while it works: {@code k_} key columns, {@code p_} pruning
 * columns, {@code after} (empty = delete). A row wins over a deletion of its key.
 */
final class TouchedRows implements AutoCloseable {
  private static final String KEY = "k_";
  private static final String PRUNED = "p_";

  private final TableSpec spec;
  private final List<Dataset<Row>> kept = new ArrayList<>();
  private final Dataset<Row> rows;
  private final Row span;

  TouchedRows(TableSpec spec, ChangeSet changes) {
    this.spec = spec;
    Column row = struct(spec.columnNames().stream().map(name -> col(name)).toArray(Column[]::new));
    Dataset<Row> upserts = keep(shaped(changes.rows(), row));
    this.rows =
        changes.deletedKeys().map(keys -> keep(withDeletions(upserts, keys))).orElse(upserts);
    this.span = rows.agg(count(lit(1)).as("touched"), bounds()).head();
  }

  private Dataset<Row> keep(Dataset<Row> frame) {
    Dataset<Row> persisted = frame.persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(persisted);
    return persisted;
  }

  private Dataset<Row> withDeletions(Dataset<Row> upserts, Dataset<Row> keys) {
    String[] names = spec.key().stream().map(KEY::concat).toArray(String[]::new);
    Column nothing = lit(null).cast(upserts.schema().apply("after").dataType());
    Column[] keyColumns = Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
    return shaped(keys, nothing)
        .dropDuplicates(names)
        .join(upserts.select(keyColumns), names, "left_anti")
        .unionByName(upserts);
  }

  private Dataset<Row> shaped(Dataset<Row> from, Column after) {
    List<String> present = Arrays.asList(from.columns());
    List<Column> columns = new ArrayList<>();
    spec.key().forEach(name -> columns.add(col(name).as(KEY + name)));
    for (String name : prunedBy()) {
      Column value = present.contains(name) ? col(name) : lit(null);
      columns.add(value.cast(spec.field(name).type().sql()).as(PRUNED + name));
    }
    columns.add(after.as("after"));
    return from.select(columns.toArray(Column[]::new));
  }

  /** Columns that never differ for one key and by which files can be told apart. */
  private List<String> prunedBy() {
    List<String> columns = new ArrayList<>(spec.prunedBy());
    spec.key().stream()
        .filter(spec.sortedBy()::contains)
        .filter(name -> !spec.field(name).type().equals(FieldType.STRING))
        .forEach(columns::add);
    return columns.stream().distinct().toList();
  }

  private Column[] bounds() {
    List<Column> bounds = new ArrayList<>();
    for (String name : prunedBy()) {
      Column column = col(PRUNED + name);
      bounds.add(min(column).as("min_" + name));
      bounds.add(max(column).as("max_" + name));
      bounds.add(count(column).as("count_" + name));
    }
    return bounds.toArray(Column[]::new);
  }

  boolean isEmpty() {
    return span.<Long>getAs("touched") == 0;
  }

  Dataset<Row> rows() {
    return rows;
  }

  /** The stored rows that can have one of the keys. */
  Dataset<Row> prune(Dataset<Row> stored) {
    Dataset<Row> pruned = stored;
    for (String name : prunedBy()) {
      boolean isKnownForAll = span.getAs("count_" + name).equals(span.getAs("touched"));
      if (isKnownForAll) {
        Column column = col(name);
        pruned =
            pruned.where(
                column.between(lit(span.getAs("min_" + name)), lit(span.getAs("max_" + name))));
      }
    }
    return pruned;
  }

  /** Whether a touched row and a stored row have the same key; stored key columns are named s_…. */
  Column sameKey() {
    return spec.key().stream()
        .map(name -> col(KEY + name).eqNullSafe(col("s_" + name)))
        .reduce(Column::and)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot upsert into "
                        + spec.name()
                        + ": it declares no key; give it one or write it in another mode."));
  }

  @Override
  public void close() {
    kept.forEach(frame -> frame.unpersist(false));
  }
}
