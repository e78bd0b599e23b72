package io.clientele.models.crosssell.nightly;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.crosssell.basket.NetLines;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Purchases that stood, by durable customer: product lines only, so postage and fees are no
 * products; what was given back whole, a cancelled order for example, never happened.
 */
final class SalesLines {
  private static final String[] RECORD = {"customer_record_id"};

  private SalesLines() {}

  /**
   * Everybody's lines: {@code customer} (null = anonymous), {@code basket}, {@code item}, {@code
   * day}, {@code at}, {@code quantity}, {@code known_at}.
   *
   * @param sales fct_sales; {@code from} skips its older months
   * @param bridge brg_customer_record
   */
  static Dataset<Row> of(Dataset<Row> sales, Dataset<Row> bridge, LocalDate from) {
    Dataset<Row> lines =
        products(sales, from)
            .join(bridge.select("customer_record_id", "customer_id"), RECORD, "left")
            // Nobody's returns cannot be matched; by basket they do not meet in one task either.
            .withColumn("customer", expr("coalesce(customer_id, concat('? ', basket))"));
    return NetLines.of(lines).drop("customer").withColumnRenamed("customer_id", "customer");
  }

  /** The lines of known customers, all of one customer in one partition. */
  static Dataset<Row> byCustomer(Dataset<Row> sales, Dataset<Row> bridge, LocalDate from) {
    return NetLines.of(
        products(sales, from)
            .join(
                bridge.select(col("customer_record_id"), col("customer_id").as("customer")),
                RECORD,
                "inner")
            .repartition(col("customer")));
  }

  private static Dataset<Row> products(Dataset<Row> sales, LocalDate from) {
    return sales
        .where(col("order_date").geq(lit(from.toString()).cast("date")))
        .where("is_product_line and (is_purchase or quantity < 0)")
        .selectExpr(
            "customer_record_id",
            "concat(source, ':', order_id) as basket",
            "product_id as item",
            "order_date as day",
            "ordered_at as at",
            "quantity",
            "known_at");
  }

  /**
   * The same with each line on the day in whose night it was known: what is judged as of a day saw
   * nothing that came later. {@code is_late} tells the lines that this moved.
   */
  static Dataset<Row> asKnown(Dataset<Row> lines, LocalDate asOf, ZoneId companyZone) {
    String known = "date_sub(to_date(from_utc_timestamp(known_at, '" + companyZone + "')), 1)";
    String last = "date'" + asOf.minusDays(1) + "'";
    return lines
        .where(col("day").lt(lit(asOf.toString()).cast("date")))
        .withColumn("known_day", expr("least(" + last + ", greatest(day, " + known + "))"))
        .withColumn("is_late", expr("known_day > day"))
        .withColumn("sold_on", col("day"))
        .withColumn("day", col("known_day"))
        .drop("known_day", "known_at", "at", "quantity");
  }
}
