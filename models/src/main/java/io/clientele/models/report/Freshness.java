package io.clientele.models.report;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Whether a source entity that used to deliver still does, by the days on which its files arrived;
 * one row a source entity.
 */
final class Freshness {
  private static final int DAYS = 6;
  private static final int FEWEST_DAYS = 4;
  private static final int PATIENCE = 2;

  private Freshness() {}

  /**
   * Adds nothing to what has fewer than four delivery days: one cannot know its rhythm.
   *
   * @param batches raw_batch
   * @param today day of the run, UTC
   */
  static Dataset<Row> of(Dataset<Row> batches, LocalDate today) {
    WindowSpec entity = Window.partitionBy("source", "entity");
    Dataset<Row> days =
        batches
            .where("status = 'landed'")
            .select(col("source"), col("entity"), to_date(col("arrived_at")).as("day"))
            .distinct();
    Column gap = datediff(col("day"), lag("day", 1).over(entity.orderBy("day")));
    Column gaps = count(col("gap"));
    Dataset<Row> newest =
        days.withColumn("gap", gap)
            .withColumn("place", row_number().over(entity.orderBy(col("day").desc())))
            .where(col("place").lt(DAYS))
            .groupBy("source", "entity")
            .agg(
                max("day").as("newest_delivery_on"),
                when(gaps.geq(FEWEST_DAYS - 1), max("gap")).as("usual_gap_days"));
    Column since = datediff(lit(Date.valueOf(today)), col("newest_delivery_on"));
    return newest.withColumn("is_overdue", since.gt(col("usual_gap_days").multiply(PATIENCE)));
  }
}
