package io.clientele.pipeline.store;

import io.clientele.warehouse.spec.TableSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Looks at a change set once, before it counts as written; may refuse it by an exception. */
@FunctionalInterface
public interface ChangeInspector {
  /**
   * Counts and judges.
   *
   * @param changes {@code change_type} and the columns of the table as they are after the change
   *     (all empty for a delete)
   */
  ChangeCounts inspect(TableSpec spec, Dataset<Row> changes);
}
