package io.clientele.etl.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/** What a line is worth. */
final class LineAmount {
  private LineAmount() {}

  /** {@code quantity x unit_price - discount_amount}; empty when it does not fit its type. */
  static Column exact() {
    Column discount = coalesce(col("discount_amount"), lit(0).cast("decimal(18,6)"));
    return col("quantity").multiply(col("unit_price")).minus(discount).try_cast("decimal(18,6)");
  }
}
