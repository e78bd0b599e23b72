package io.clientele.pipeline.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  private static final String TOUCHED = "is_touched";

  private final TableSpec spec;
  private final List<Dataset<Row>> kept = new ArrayList<>();
  private final Dataset<Row> rows;

  /** Count and bounds of the pruning columns; empty when there are none. */
  private final Optional<Row> span;

  TouchedRows(TableSpec spec, ChangeSet changes) {
    this.spec = spec;
    Column row = struct(spec.columnNames().stream().map(name -> col(name)).toArray(Column[]::new));
    boolean isPruned = !prunedBy().isEmpty();
    boolean isReadTwice = isPruned || changes.deletedKeys().isPresent();
    Dataset<Row> shaped = shaped(changes.rows(), row);
    Dataset<Row> upserts = isReadTwice ? keep(shaped) : shaped;
    this.rows = changes.deletedKeys().map(keys -> withDeletions(upserts, keys)).orElse(upserts);
    this.span = isPruned ? Optional.of(span(changes.formerly())) : Optional.empty();
  }

  /** Rows are counted; where they stood formerly only widens the bounds. */
  private Row span(Optional<Dataset<Row>> formerly) {
    Column[] places =
        prunedBy().stream().map(PRUNED::concat).map(name -> col(name)).toArray(Column[]::new);
    Dataset<Row> all = rows.select(places).withColumn(TOUCHED, lit(true));
    if (formerly.isPresent()) {
      Column[] former = prunedBy().stream().map(this::place).toArray(Column[]::new);
      all = all.unionByName(formerly.get().select(former).withColumn(TOUCHED, lit(false)));
    }
    return all.agg(count(when(col(TOUCHED), 1)).as("touched"), bounds()).head();
  }

  private Column place(String name) {
    return col(name).cast(spec.field(name).type().sql()).as(PRUNED + name);
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
      Column unknown = lit(null).cast(spec.field(name).type().sql()).as(PRUNED + name);
      columns.add(present.contains(name) ? place(name) : unknown);
    }
    columns.add(after.as("after"));
    return from.select(columns.toArray(Column[]::new));
  }

  /**
   * Columns by which files can be told apart, and whose stored value is known for each key: it is
   * the one in the row, or the change set says what it was formerly.
   */
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
      bounds.add(count(when(col(TOUCHED), column)).as("count_" + name));
    }
    return bounds.toArray(Column[]::new);
  }

  boolean isKnownEmpty() {
    return span.map(row -> row.<Long>getAs("touched") == 0).orElse(false);
  }

  Dataset<Row> rows() {
    return rows;
  }

  /** The stored rows that can have one of the keys. */
  Dataset<Row> prune(Dataset<Row> stored) {
    Dataset<Row> pruned = stored;
    for (String name : prunedBy()) {
      Row bounds = span.orElseThrow();
      boolean isKnownForAll = bounds.getAs("count_" + name).equals(bounds.getAs("touched"));
      if (isKnownForAll) {
        Column smallest = lit(bounds.getAs("min_" + name));
        pruned = pruned.where(col(name).between(smallest, lit(bounds.getAs("max_" + name))));
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
