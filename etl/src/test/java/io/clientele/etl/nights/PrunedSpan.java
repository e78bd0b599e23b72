package io.clientele.etl.nights;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.warehouse.spec.TableSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where a store looks for the keys of a change set: between the smallest and the largest value that
 * it is told of each pruning column; everywhere when a key to delete does not tell.
 */
final class PrunedSpan {
  private final TableSpec spec;
  private final Map<String, TreeSet<String>> told = new HashMap<>();

  PrunedSpan(TableSpec spec, ChangeSet set) {
    this.spec = spec;
    for (String column : spec.prunedBy()) {
      List<Row> keys = set.deletedKeys().map(Dataset::collectAsList).orElse(List.of());
      boolean isKnown = set.deletedKeys().stream().allMatch(deleted -> has(deleted, column));
      if (keys.isEmpty() || isKnown) {
        told.put(column, new TreeSet<>());
        add(column, set.rows());
        set.deletedKeys().filter(deleted -> isKnown).ifPresent(deleted -> add(column, deleted));
        set.formerly().ifPresent(values -> add(column, values));
      }
    }
  }

  private static boolean has(Dataset<Row> rows, String column) {
    return Arrays.asList(rows.columns()).contains(column);
  }

  private void add(String column, Dataset<Row> rows) {
    rows.select(column).na().drop().collectAsList().stream()
        .map(row -> row.get(0).toString())
        .forEach(told.get(column)::add);
  }

  boolean holds(Row stored) {
    return told.entrySet().stream()
        .allMatch(
            entry -> {
              String value = stored.get(spec.columnNames().indexOf(entry.getKey())).toString();
              TreeSet<String> values = entry.getValue();
              return values.first().compareTo(value) <= 0 && value.compareTo(values.last()) <= 0;
            });
  }
}
