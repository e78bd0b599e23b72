package io.clientele.models.crosssell.offer;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Products that a customer buys again and again, and when the next time is due. Reminders, not
 * offers: they are never counted as cross-sell.
 */
public final class RepurchaseRhythm {
  /** Days of purchase below which there is no rhythm. */
  public static final int MIN_DAYS = 3;

  private RepurchaseRhythm() {}

  /**
   * One row per customer and product with a rhythm: {@code purchase_days}, {@code usual_gap_days}
   * (mean of the gaps), {@code last_day} and {@code due_date} = last day plus usual gap.
   *
   * @param lines columns {@code customer}, {@code item} (strings), {@code day} (date)
   * @param asOf nothing on or after this day is used
   */
  public static Dataset<Row> of(Dataset<Row> lines, LocalDate asOf) {
    Column gap = datediff(col("last_day"), col("first_day")).divide(col("purchase_days").minus(1));
    return lines
        .where(col("customer").isNotNull().and(col("item").isNotNull()))
        .where(col("day").lt(lit(asOf)))
        .groupBy("customer", "item")
        .agg(
            count_distinct(col("day")).as("purchase_days"),
            min("day").as("first_day"),
            max("day").as("last_day"))
        .where(col("purchase_days").geq(MIN_DAYS))
        .withColumn("usual_gap_days", gap)
        .withColumn("due_date", expr("date_add(last_day, cast(round(usual_gap_days) as int))"))
        .drop("first_day");
  }

  /**
   * How well the rhythm tells what is bought in a window from the as-of date on.
   *
   * @param due customer-product pairs that were due in the window
   * @param boughtWhenDue share of them bought in it
   * @param boughtOtherwise the same share among pairs with a rhythm that were not due
   */
  public record Accuracy(long due, double boughtWhenDue, double boughtOtherwise) {}

  /** Judges it on the lines from the as-of date to the end of the window. */
  public static Accuracy judge(Dataset<Row> lines, LocalDate asOf, LocalDate end) {
    Dataset<Row> later =
        lines
            .where(col("day").geq(lit(asOf)).and(col("day").lt(lit(end))))
            .select("customer", "item")
            .distinct()
            .withColumn("is_bought", lit(true));
    Row row =
        of(lines, asOf)
            .withColumn("is_due", col("due_date").between(lit(asOf), lit(end.minusDays(1))))
            .join(later, new String[] {"customer", "item"}, "left")
            .selectExpr(
                "count_if(is_due)",
                "avg(if(is_due, if(is_bought, 1d, 0d), null))",
                "avg(if(is_due, null, if(is_bought, 1d, 0d)))")
            .head();
    return new Accuracy(row.getLong(0), share(row, 1), share(row, 2));
  }

  private static double share(Row row, int index) {
    return row.isNullAt(index) ? Double.NaN : row.getDouble(index);
  }
}
