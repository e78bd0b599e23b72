package io.clientele.models.feature;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * All windows of all customers as of one or several dates, in one aggregate. The leak guard stands
 * here and nowhere else: only days before the date, only entries known by its night. Money is
 * summed as decimals, so that the order of rows cannot matter.
 */
final class CustomerWindows {
  private CustomerWindows() {}

  /**
   * One row per customer with a purchase and date.
   *
   * @param days see {@link CustomerDays#of}
   * @param cutOffs as_of_date and known_before (empty = all is known)
   */
  static Dataset<Row> asOf(Dataset<Row> days, Dataset<Row> cutOffs) {
    Column isKnown = expr("day < as_of_date and (known_before is null or known_at < known_before)");
    return days.join(broadcast(cutOffs), isKnown)
        .withColumn("age", expr("datediff(as_of_date, day)"))
        .groupBy("customer_id", "as_of_date")
        .agg(
            expr("sort_array(collect_set(if(order_count > 0, day, null)))").as("purchase_days"),
            expr("sum(order_count)").as("orders"),
            expr("sum(line_count)").as("lines"),
            expr("sum(spend_bought)").as("bought"),
            expr("sum(spend_returned)").as("returned"),
            orders(30),
            orders(90),
            orders(180),
            orders(365),
            spend(90),
            spend(180),
            spend(365),
            expr("coalesce(sum(spend_bought) filter (where age <= 90), 0)").as("bought_90"),
            expr("coalesce(sum(spend_bought) filter (where age > 90 and age <= 360), 0)")
                .as("bought_270_before"),
            expr("max(day)").as("newest_day_used"),
            expr("max(known_at)").as("newest_known_at_used"),
            expr("max(known_before)").as("known_before"))
        .where("size(purchase_days) > 0");
  }

  private static Column orders(int days) {
    return expr("coalesce(sum(order_count) filter (where age <= " + days + "), 0)")
        .as("orders_" + days);
  }

  private static Column spend(int days) {
    return expr("coalesce(sum(spend_bought + spend_returned) filter (where age <= "
            + days
            + "), 0)")
        .as("spend_" + days);
  }
}
