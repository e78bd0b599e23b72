package io.clientele.models.segment;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;

import io.clientele.models.RunningTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Where the segments begin: quintile cuts of recency, frequency and money, and the least spend of
 * the Pareto classes A and B. All in one pass over the customers, exact, and one row small.
 *
 * <p>A cut is a quantile with linear interpolation between neighbours (Hyndman and Fan 1996, type
 * 7).
 */
public final class SegmentCuts {
  private static final String MEASURES =
      """
      stack(4,
        'recency', cast(days_since_last_purchase as decimal(18,6)), cast(0 as decimal(18,6)),
        'frequency', cast(purchase_count as decimal(18,6)), cast(0 as decimal(18,6)),
        'money', spend_total, cast(0 as decimal(18,6)),
        'pareto', cast(-spend_last_365_days as decimal(18,6)), spend_last_365_days)
        as (kind, value, weight)""";

  private SegmentCuts() {}

  /**
   * One row: {@code r_cuts}, {@code f_cuts}, {@code m_cuts} (four doubles each, ascending), {@code
   * a_floor} and {@code b_floor} (empty when nobody spent anything).
   *
   * @param rfm rows of ftr_customer_rfm of one date
   */
  public static Dataset<Row> of(Dataset<Row> rfm) {
    Dataset<Row> measures = rfm.selectExpr(MEASURES).where("kind <> 'pareto' or weight > 0");
    return RunningTotals.beforeWithin(List.of("kind"), measures, col("weight"), 1, "value")
        .groupBy("kind")
        .agg(floor("0.80").as("a_floor"), neighbours())
        .withColumn("cuts", expr(interpolated()))
        .groupBy()
        .agg(
            expr("max(cuts) filter (where kind = 'recency')").as("r_cuts"),
            expr("max(cuts) filter (where kind = 'frequency')").as("f_cuts"),
            expr("max(cuts) filter (where kind = 'money')").as("m_cuts"),
            expr("max(a_floor) filter (where kind = 'pareto')").as("a_floor"),
            expr("max(b_floor) filter (where kind = 'pareto')").as("b_floor"));
  }

  /** The least spend before which less than that share of all spend stands. */
  private static Column floor(String share) {
    return expr("min(-value) filter (where weight_before < " + share + " * all_weight)");
  }

  /** For each cut the values on both sides of its position, and how far it lies between them. */
  private static Column[] neighbours() {
    List<Column> columns = new ArrayList<>();
    columns.add(floor("0.95").as("b_floor"));
    for (int i = 1; i <= 4; i++) {
      String position = "((all_rows - 1) * " + i + ") div 5";
      columns.add(valueAt(position).as("low_" + i));
      columns.add(valueAt("least(all_rows - 1, " + position + " + 1)").as("high_" + i));
      columns.add(expr("max(((all_rows - 1) * " + i + ") % 5) / 5D").as("part_" + i));
    }
    return columns.toArray(Column[]::new);
  }

  private static Column valueAt(String position) {
    return expr(
        "max(cast(value as double)) filter (where rows_before <= "
            + position
            + " and "
            + position
            + " < rows_before + group_rows)");
  }

  private static String interpolated() {
    return IntStream.rangeClosed(1, 4)
        .mapToObj(i -> String.format("low_%1$d + part_%1$d * (high_%1$d - low_%1$d)", i))
        .collect(Collectors.joining(", ", "array(", ")"));
  }
}
