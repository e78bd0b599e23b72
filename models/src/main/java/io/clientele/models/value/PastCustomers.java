package io.clientele.models.value;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.clientele.models.feature.ChurnFeatures;
import io.clientele.models.feature.CustomerDays;
import io.clientele.models.feature.LeakGuard;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.feature.FtrCustomerState;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The customers known some time ago, and what they did since: what candidates are judged by and
 * intervals are learnt from. Rows that knew something later are counted and left out.
 */
final class PastCustomers {
  /** Rows that may come to the driver: enough for the tenths of ten groups. */
  private static final int SAMPLE = 50_000;

  private final Dataset<Row> clean;
  private final long leaks;
  private final int days;
  private final long seed;
  private HistoryColumns.Counted counted;

  private PastCustomers(Dataset<Row> clean, long leaks, int days, long seed) {
    this.clean = clean;
    this.leaks = leaks;
    this.days = days;
    this.seed = seed;
  }

  static PastCustomers of(Inputs in, LocalDate heldOut, LocalDate asOf) {
    Dataset<Row> entries =
        CustomerDays.of(
            in.current(FtrCustomerState.TABLE.name()), in.current(BrgCustomerRecord.TABLE.name()));
    Dataset<Row> dates =
        CustomerDays.pastNights(in.session(), List.of(heldOut), in.run().companyZone());
    Dataset<Row> later =
        entries
            .where(col("day").geq(lit(heldOut.toString()).cast("date")))
            .where(col("day").lt(lit(asOf.toString()).cast("date")))
            .groupBy("customer_id")
            .agg(
                countDistinct(when(col("order_count").gt(0), col("day"))).as("later"),
                sum(expr("cast(spend_bought + spend_returned as double)")).as("later_spend"));
    Dataset<Row> past =
        in.once(
            ChurnFeatures.asOf(entries, dates)
                .withColumn("is_leak", LeakGuard.isLeak())
                .join(later, new String[] {"customer_id"}, "left"));
    return new PastCustomers(
        past.where(not(col("is_leak"))),
        past.where("is_leak").count(),
        Math.toIntExact(asOf.toEpochDay() - heldOut.toEpochDay()),
        in.run().seed());
  }

  long leaks() {
    return leaks;
  }

  private HistoryColumns.Counted counted() {
    if (counted == null) {
      counted = HistoryColumns.counted(clean, coalesce(col("later"), lit(0)));
    }
    return counted;
  }

  /** The candidates beside what came. */
  Judged judged() {
    return Judged.of(counted(), days / ValueArtifact.WEEK_DAYS);
  }

  /** What customers spent whom the champion, fitted on that time, foretold alike. */
  SpendBand band(String champion) {
    ModelFit fit = ModelFit.of(champion, counted().histories());
    ValueArtifact then =
        ValueTraining.artifact(fit, HistoryColumns.spends(clean), days, new SpendBand(List.of()));
    double share = SAMPLE / Math.max(SAMPLE, counted().histories().customers());
    List<Row> sample =
        clean
            .where(expr("pmod(xxhash64(customer_id, " + seed + "L), 1000000) < " + (1e6 * share)))
            .withColumn("forecast", ScoreValue.forecast(then))
            .selectExpr(
                "forecast.expected_purchases * forecast.expected_mean_spend",
                "greatest(0D, coalesce(later_spend, 0D))")
            .collectAsList();
    return SpendBand.of(
        sample.stream().mapToDouble(row -> row.getDouble(0)).toArray(),
        sample.stream().mapToDouble(row -> row.getDouble(1)).toArray());
  }
}
