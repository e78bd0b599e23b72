package io.clientele.models.feature;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;

/**
 * The check that training rows know nothing of their future: per row, the newest day used lies
 * before the cut-off, and the newest entry used was known by the night of the cut-off.
 */
public final class LeakGuard {
  private LeakGuard() {}

  /** True for a row that used something it could not know; the rows come from ChurnFeatures. */
  public static Column isLeak() {
    return expr(
        "newest_day_used >= as_of_date or newest_known_at_used is null"
            + " or newest_known_at_used >= known_before");
  }
}
