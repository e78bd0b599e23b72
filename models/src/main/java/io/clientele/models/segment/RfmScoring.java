package io.clientele.models.segment;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.RunningTotals;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Recency, frequency and monetary scores by quintiles, 5 best (Hughes, Strategic Database
 * Marketing, 1994).
 *
 * <p>The four cuts of a value are its 20, 40, 60 and 80 % quantiles with linear interpolation
 * between neighbours (Hyndman and Fan 1996, type 7), computed exactly. A value equal to a cut
 * belongs to the lower fifth, so equal customers always have equal scores; many equal values can
 * leave a score empty.
 */
public final class RfmScoring {
  private RfmScoring() {}

  /**
   * The cuts in one row: {@code r_cuts}, {@code f_cuts}, {@code m_cuts}, each an array of four
   * doubles, ascending.
   *
   * @param rfm rows with days_since_last_purchase, purchase_count, spend_total
   */
  public static Dataset<Row> cuts(Dataset<Row> rfm) {
    // Days and counts have few distinct values: the exact percentile keeps one counter for each.
    Dataset<Row> few =
        rfm.agg(
            expr("percentile(days_since_last_purchase, array(0.2D, 0.4D, 0.6D, 0.8D))")
                .as("r_cuts"),
            expr("percentile(purchase_count, array(0.2D, 0.4D, 0.6D, 0.8D))").as("f_cuts"));
    return few.crossJoin(moneyCuts(rfm));
  }

  /** The rows with r_score, f_score and m_score. */
  public static Dataset<Row> score(Dataset<Row> rfm) {
    return rfm.crossJoin(broadcast(cuts(rfm)))
        .withColumn("r_score", lit(6).minus(fifth("days_since_last_purchase", "r_cuts")))
        .withColumn("f_score", fifth("purchase_count", "f_cuts"))
        .withColumn("m_score", fifth("spend_total", "m_cuts"))
        .drop("r_cuts", "f_cuts", "m_cuts");
  }

  private static Column fifth(String value, String cuts) {
    return expr("1 + size(filter(" + cuts + ", cut -> cast(" + value + " as double) > cut))");
  }

  /** Money has about as many values as customers: exact quantiles from positions. */
  private static Dataset<Row> moneyCuts(Dataset<Row> rfm) {
    Dataset<Row> positions = RunningTotals.before(rfm, lit(1), 1, "spend_total");
    List<Column> neighbours = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      String position = "((all_rows - 1) * " + i + ") div 5";
      neighbours.add(valueAt(position).as("low_" + i));
      neighbours.add(valueAt("least(all_rows - 1, " + position + " + 1)").as("high_" + i));
      neighbours.add(expr("max(((all_rows - 1) * " + i + ") % 5) / 5D").as("part_" + i));
    }
    List<String> cuts = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      cuts.add(String.format("low_%1$d + part_%1$d * (high_%1$d - low_%1$d)", i));
    }
    return positions
        .groupBy()
        .agg(neighbours.get(0), neighbours.subList(1, neighbours.size()).toArray(Column[]::new))
        .select(expr("array(" + String.join(", ", cuts) + ")").as("m_cuts"))
        .select(col("m_cuts"));
  }

  private static Column valueAt(String position) {
    return expr(
        "max(cast(spend_total as double)) filter (where rows_before <= "
            + position
            + " and "
            + position
            + " < rows_before + group_rows)");
  }
}
