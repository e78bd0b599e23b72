package io.clientele.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Named change sets: for each table the rows to write and, for upserts, the keys to delete. Columns
 * of the table that the rows lack are filled with null, {@code run_id} and the like by the runner.
 */
public final class Changes {
  private final Map<String, ChangeSet> sets = new LinkedHashMap<>();

  /**
   * Rows and keys for one table.
   *
   * @param rows rows in the table's shape, column order free
   * @param deletedKeys rows with at least the key columns; empty = nothing is deleted
   * @param formerly values of the columns by which the table is pruned, under which the keys may be
   *     stored besides those that the rows and the deleted keys say; empty = those never change
   */
  public record ChangeSet(
      Dataset<Row> rows, Optional<Dataset<Row>> deletedKeys, Optional<Dataset<Row>> formerly) {
    public ChangeSet(Dataset<Row> rows, Optional<Dataset<Row>> deletedKeys) {
      this(rows, deletedKeys, Optional.empty());
    }
  }

  private Changes() {}

  public static Changes none() {
    return new Changes();
  }

  public static Changes of(String table, Dataset<Row> rows) {
    return none().and(table, rows);
  }

  public Changes and(String table, Dataset<Row> rows) {
    sets.put(table, new ChangeSet(rows, Optional.empty()));
    return this;
  }

  public Changes and(String table, Dataset<Row> rows, Dataset<Row> deletedKeys) {
    sets.put(table, new ChangeSet(rows, Optional.of(deletedKeys)));
    return this;
  }

  /**
   * Names where rows of the table that are written may have stood until now, for a table that is
   * looked up by a column that can change.
   *
   * @param values rows with the columns by which the table is pruned, distinct or not
   */
  public Changes formerly(String table, Dataset<Row> values) {
    ChangeSet set = sets.get(table);
    sets.put(table, new ChangeSet(set.rows(), set.deletedKeys(), Optional.of(values)));
    return this;
  }

  public Map<String, ChangeSet> sets() {
    return sets;
  }
}
