package io.clientele.models.segment;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Recency, frequency and monetary scores by quintiles, 5 best (Hughes, Strategic Database
 * Marketing, 1994). A value equal to a cut belongs to the lower fifth, so equal customers always
 * have equal scores; many equal values can leave a score empty.
 */
final class RfmScoring {
  private RfmScoring() {}

  /** The rows, which carry the cuts, with r_score, f_score and m_score. */
  static Dataset<Row> score(Dataset<Row> rowsWithCuts) {
    return rowsWithCuts
        .withColumn("r_score", expr("6 - " + fifth("days_since_last_purchase", "r_cuts")))
        .withColumn("f_score", score("purchase_count", "f_cuts"))
        .withColumn("m_score", score("spend_total", "m_cuts"));
  }

  private static Column score(String value, String cuts) {
    return expr(fifth(value, cuts));
  }

  private static String fifth(String value, String cuts) {
    return "(1 + size(filter(" + cuts + ", cut -> cast(" + value + " as double) > cut)))";
  }
}
