package io.clientele.etl.conform;

import java.math.BigInteger;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import scala.math.BigInt;

/**
 * Keys that a change set touches. Steps recompute what they touch; recomputing more gives equal
 * rows and only costs time, so a set of keys that is too large to send to every task is not used to
 * narrow: a first load then reads its history once, without a join.
 */
public final class TouchedKeys {
  private static final BigInt SENT_TO_EVERY_TASK =
      new BigInt(BigInteger.valueOf(48L * 1024 * 1024));
  private static final BigInt LOOK_UP = new BigInt(BigInteger.valueOf(256L * 1024 * 1024));

  private TouchedKeys() {}

  /**
   * At least the rows whose key columns are among the keys; all rows when the keys are many.
   *
   * @param rows the history
   * @param keys distinct or not, with exactly the key columns
   */
  public static Dataset<Row> narrow(Dataset<Row> rows, Dataset<Row> keys) {
    if (estimate(keys).compare(SENT_TO_EVERY_TASK) > 0) {
      return rows;
    }
    return exactly(rows, functions.broadcast(keys));
  }

  /** Exactly the rows whose key columns are among the keys. */
  public static Dataset<Row> exactly(Dataset<Row> rows, Dataset<Row> keys) {
    return rows.join(keys, keys.columns(), "left_semi");
  }

  /** The rows whose key columns are not among the keys. */
  public static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> keys) {
    return rows.join(keys, keys.columns(), "left_anti");
  }

  /** The two sides of a change set: the rows before and the rows after, each if there. */
  public static Dataset<Row> sides(Dataset<Row> changes, Column... columns) {
    Dataset<Row> after =
        changes.where(functions.col("after").isNotNull()).select("after.*").select(columns);
    Dataset<Row> before =
        changes.where(functions.col("before").isNotNull()).select("before.*").select(columns);
    return after.unionByName(before);
  }

  /** A look-up table, sent to every task while Spark's own estimate of its size allows it. */
  public static Dataset<Row> lookUp(Dataset<Row> table) {
    return estimate(table).compare(LOOK_UP) > 0 ? table : functions.broadcast(table);
  }

  private static BigInt estimate(Dataset<Row> rows) {
    return ((org.apache.spark.sql.classic.Dataset<Row>) rows)
        .queryExecution()
        .optimizedPlan()
        .stats()
        .sizeInBytes();
  }
}
