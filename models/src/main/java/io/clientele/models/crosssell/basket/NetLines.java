package io.clientele.models.crosssell.basket;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Purchases that stood: a line that its customer gave back whole never happened, so that an order
 * cancelled minutes later makes no basket, however large it was.
 */
public final class NetLines {
  private NetLines() {}

  /**
   * Leaves out negative lines, and for each of them the newest line of the same customer, item and
   * amount that is not newer than the customer's newest such return.
   *
   * @param lines columns {@code customer}, {@code item}, {@code basket}, {@code at} (any order of
   *     time) and {@code quantity}; lines with a quantity of 0 or null are left out too
   */
  public static Dataset<Row> of(Dataset<Row> lines) {
    WindowSpec alike = Window.partitionBy(col("customer"), col("item"), abs(col("quantity")));
    Column isReturn = col("quantity").lt(0);
    Column isAfterReturns = coalesce(col("at").gt(col("last_return")), lit(true));
    return lines
        .where("quantity <> 0")
        .withColumn("returns", count_if(isReturn).over(alike))
        .withColumn("last_return", max(when(isReturn, col("at"))).over(alike))
        .withColumn(
            "age_rank",
            row_number()
                .over(alike.orderBy(isReturn, isAfterReturns, col("at").desc(), col("basket"))))
        .where(not(isReturn))
        .where(col("customer").isNull().or(isAfterReturns).or(col("age_rank").gt(col("returns"))))
        .drop("returns", "last_return", "age_rank");
  }
}
