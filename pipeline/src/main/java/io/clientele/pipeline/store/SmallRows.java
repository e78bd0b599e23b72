package io.clientele.pipeline.store;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Rows so few that one task handles them sooner than Spark can shuffle them: everything over them
 * is one job without an exchange.
 */
final class SmallRows {
  private static final long FEW = 200_000;

  private SmallRows() {}

  static boolean areFew(long count) {
    return count <= FEW;
  }

  static Dataset<Row> together(Dataset<Row> rows, long count) {
    return areFew(count) ? rows.coalesce(1) : rows;
  }
}
