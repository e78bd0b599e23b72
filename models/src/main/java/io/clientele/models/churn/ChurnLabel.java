package io.clientele.models.churn;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What leaving means: no purchase on the cut-off day or in the days of the horizon after it. A
 * return or a cancellation is no purchase.
 */
public final class ChurnLabel {
  private ChurnLabel() {}

  /** The definition in words. */
  public static String inWords(int horizonDays) {
    return "no purchase in the next " + horizonDays + " days";
  }

  /**
   * The rows with {@code label}: 1 = left, 0 = bought.
   *
   * @param rows customer_id and as_of_date
   * @param days purchase days, also those after the dates
   * @param cutOffs the dates
   */
  public static Dataset<Row> label(
      Dataset<Row> rows, Dataset<Row> days, Dataset<Row> cutOffs, int horizonDays) {
    Dataset<Row> buyers =
        days.where("order_count > 0")
            .join(
                broadcast(cutOffs.select("as_of_date")),
                expr("day >= as_of_date and day < date_add(as_of_date, " + horizonDays + ")"))
            .select("customer_id", "as_of_date")
            .distinct()
            .selectExpr("customer_id", "as_of_date", "true as has_bought");
    return rows.join(buyers, new String[] {"customer_id", "as_of_date"}, "left")
        .withColumn("label", expr("if(has_bought is null, 1D, 0D)"))
        .drop("has_bought");
  }
}
