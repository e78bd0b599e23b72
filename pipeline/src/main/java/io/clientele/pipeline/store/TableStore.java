package io.clientele.pipeline.store;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.pipeline.TableResult;
import io.clientele.pipeline.Writes.Mode;
import io.clientele.warehouse.spec.TableSpec;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables as one run sees and writes them: on a branch of its own, which readers do not see
 * before the run is published. Safe to use from several threads, one writer a table.
 */
public interface TableStore {
  /** The table as the run's branch has it, else as published; no rows when never written. */
  Dataset<Row> current(String table);

  /** The table as it was published before this run. */
  Dataset<Row> published(String table);

  /**
   * The published rows, read once and kept with their addresses until they are closed; empty when
   * there are none or when they have not yet all declared columns.
   */
  Optional<StoredRows> stored(String table);

  /** Where {@link #current} stands. */
  Position position(String table);

  /** Whether nothing changed since the position; answered without reading rows. */
  boolean isUnchanged(String table, Position since);

  /**
   * What changed since the position, one row a key: {@code change_type}, {@code before}, {@code
   * after}. From {@link Position#START} on it is the whole table as inserts.
   */
  Dataset<Row> changes(String table, Position since);

  /**
   * Writes a change set to the run's branch; what the branch had of the table before is dropped, so
   * that writing twice is writing once.
   *
   * @param spec the table
   * @param changes rows in exactly the table's columns
   * @param mode how they enter
   * @param inspector judges the change set
   * @param kept the published rows of this table, where the step has read them
   */
  TableResult write(
      TableSpec spec,
      Mode mode,
      ChangeSet changes,
      ChangeInspector inspector,
      Optional<StoredRows> kept);

  /** Writes where the step has not read the table. */
  default TableResult write(
      TableSpec spec, Mode mode, ChangeSet changes, ChangeInspector inspector) {
    return write(spec, mode, changes, inspector, Optional.empty());
  }

  /** Forgets what the run wrote to the table. */
  void discard(String table);
}
