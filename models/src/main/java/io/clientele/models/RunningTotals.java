package io.clientele.models;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * How many rows, and how much weight, stand before each value when all rows are sorted ascending:
 * ranks, quantiles and Pareto shares over any number of customers without gathering them in one
 * task.
 *
 * <ol>
 *   <li>Rows are grouped by value: ties become one group.
 *   <li>Groups fall into some thousand buckets by a fixed function that never falls when the value
 *       rises; inside a bucket a window sums.
 *   <li>The totals of the buckets, never more than some thousand rows, are summed in one task and
 *       added.
 * </ol>
 */
public final class RunningTotals {
  private static final String BUCKET = "bucket";

  private RunningTotals() {}

  /**
   * One row per distinct value, with {@code group_rows}, {@code rows_before}, {@code
   * weight_before}, {@code all_rows}, {@code all_weight}.
   *
   * @param rows the rows
   * @param weight what is summed
   * @param scale factor that brings the first value to a range of hundreds or more, for the buckets
   * @param values names of the columns to sort by; the first one is numeric
   */
  public static Dataset<Row> before(
      Dataset<Row> rows, Column weight, double scale, String... values) {
    return beforeWithin(List.of(), rows, weight, scale, values);
  }

  /** The same for each combination of some columns by itself, all in one pass. */
  public static Dataset<Row> beforeWithin(
      List<String> kinds, Dataset<Row> rows, Column weight, double scale, String... values) {
    Dataset<Row> groups =
        rows.groupBy(columns(kinds, values))
            .agg(count(lit(1)).as("group_rows"), sum(weight).as("group_weight"))
            .withColumn(BUCKET, bucket(values[0], scale));
    WindowSpec ahead =
        Window.partitionBy(columns(kinds, BUCKET))
            .orderBy(columns(List.of(), values))
            .rowsBetween(Window.unboundedPreceding(), -1);
    Dataset<Row> inBucket =
        groups
            .withColumn("rows_in_bucket", coalesce(sum("group_rows").over(ahead), lit(0L)))
            .withColumn("weight_in_bucket", sum("group_weight").over(ahead));
    List<String> key = new ArrayList<>(kinds);
    key.add(BUCKET);
    return inBucket
        .join(broadcast(offsets(kinds, inBucket)), key.toArray(String[]::new), "inner")
        .withColumn("rows_before", expr("rows_in_bucket + rows_offset"))
        .withColumn(
            "weight_before", expr("coalesce(weight_in_bucket, 0) + coalesce(weight_offset, 0)"))
        .drop(BUCKET, "rows_in_bucket", "rows_offset", "weight_in_bucket", "weight_offset");
  }

  private static Dataset<Row> offsets(List<String> kinds, Dataset<Row> groups) {
    // One partition on purpose: there are only as many rows as buckets.
    List<Column> together = new ArrayList<>(List.of(columns(kinds)));
    together.add(expr(BUCKET + " & 0"));
    WindowSpec all = Window.partitionBy(together.toArray(Column[]::new));
    WindowSpec ahead = all.orderBy(BUCKET).rowsBetween(Window.unboundedPreceding(), -1);
    List<Column> totals = new ArrayList<>(List.of(columns(kinds, BUCKET)));
    totals.add(coalesce(sum("n").over(ahead), lit(0L)).as("rows_offset"));
    totals.add(sum("w").over(ahead).as("weight_offset"));
    totals.add(sum("n").over(all).as("all_rows"));
    totals.add(sum("w").over(all).as("all_weight"));
    return groups
        .groupBy(columns(kinds, BUCKET))
        .agg(sum("group_rows").as("n"), sum("group_weight").as("w"))
        .select(totals.toArray(Column[]::new));
  }

  /** Logarithmic, 64 buckets a factor of e, on both sides of zero. */
  private static Column bucket(String value, double scale) {
    String scaled = "(cast(" + value + " as double) * " + scale + "D)";
    return expr("cast(signum(" + scaled + ") * floor(ln(1 + abs(" + scaled + ")) * 64) as int)");
  }

  private static Column[] columns(List<String> first, String... then) {
    return Stream.concat(first.stream(), Arrays.stream(then))
        .map(name -> col(name))
        .toArray(Column[]::new);
  }
}
