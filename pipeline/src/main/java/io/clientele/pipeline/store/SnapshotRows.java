package io.clientele.pipeline.store;

import io.clientele.warehouse.spec.TableSpec;
import java.util.Arrays;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Stored rows in the shape of their declaration. */
final class SnapshotRows {
  private SnapshotRows() {}

  /** Declared columns in declared order; one that the stored rows have not yet is empty. */
  static Dataset<Row> aligned(Dataset<Row> stored, TableSpec spec) {
    Set<String> present = Set.copyOf(Arrays.asList(stored.columns()));
    Column[] columns =
        spec.fields().stream()
            .map(
                field ->
                    present.contains(field.name())
                        ? functions.col(field.name())
                        : functions.lit(null).cast(field.type().sql()).as(field.name()))
            .toArray(Column[]::new);
    return stored.select(columns);
  }
}
