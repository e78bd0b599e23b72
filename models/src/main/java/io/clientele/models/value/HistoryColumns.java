package io.clientele.models.value;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Histories from rows of {@code ftr_customer_churn}: counted by Spark, few rows reach the driver.
 */
final class HistoryColumns {
  private static final double WEEK_DAYS = ValueArtifact.WEEK_DAYS;

  private HistoryColumns() {}

  /** x. */
  static Column repeats() {
    return expr("purchase_day_count - 1");
  }

  /** t_x in days. */
  static Column lastAgeDays() {
    return expr("days_since_first_purchase - days_since_last_purchase");
  }

  /** T in days: the last day that counts is the one before the as-of date. */
  static Column ageDays() {
    return expr("days_since_first_purchase - 1");
  }

  /** Distinct histories, and purchases that came afterwards where the rows say them. */
  static Counted counted(Dataset<Row> features, Column later) {
    List<Row> rows =
        features
            .groupBy(
                repeats().as("x"),
                lastAgeDays().as("last"),
                ageDays().as("age"),
                later.cast("int").as("later"))
            .agg(count(lit(1)).cast("double").as("n"))
            .orderBy("x", "last", "age", "later")
            .collectAsList();
    return new Counted(
        new Histories(
            rows.stream().mapToInt(row -> row.getInt(0)).toArray(),
            rows.stream().mapToDouble(row -> row.getInt(1) / WEEK_DAYS).toArray(),
            rows.stream().mapToDouble(row -> row.getInt(2) / WEEK_DAYS).toArray(),
            rows.stream().mapToDouble(row -> row.getDouble(4)).toArray()),
        rows.stream().mapToDouble(row -> row.getInt(3)).toArray());
  }

  /**
   * Histories and what came afterwards.
   *
   * @param later purchases in the held-out window
   */
  record Counted(Histories histories, double[] later) {}

  /** Mean net spends of a purchase day, alike to a thousandth counted as one. */
  static Spends spends(Dataset<Row> features) {
    List<Row> rows =
        features
            .select(
                col("purchase_day_count").as("x"),
                expr("cast(spend_total as double) / purchase_day_count").as("mean"))
            .where("mean > 0")
            .groupBy(col("x"), expr("round(ln(mean), 3)").as("alike"))
            .agg(expr("avg(mean)").as("mean"), count(lit(1)).cast("double").as("n"))
            .orderBy("x", "alike")
            .collectAsList();
    return new Spends(
        rows.stream().mapToInt(row -> row.getInt(0)).toArray(),
        rows.stream().mapToDouble(row -> row.getDouble(2)).toArray(),
        rows.stream().mapToDouble(row -> row.getDouble(3)).toArray());
  }
}
