package io.clientele.models.churn;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;

/** Plain rules beside the probability; their inputs are columns of ftr_customer_churn. */
final class RiskRules {
  private RiskRules() {}

  /** Bands of the probability: below 25, 50, 75 %, and above. */
  static Column riskBand() {
    return expr(
        """
        case when churn_probability < 0.25 then 'low'
             when churn_probability < 0.5 then 'medium'
             when churn_probability < 0.75 then 'high'
             else 'very high' end""");
  }

  /**
   * A regular (at least four purchase days) whose silence is more than twice the usual gap, or who
   * buys less than half the usual volume; but not yet beyond five usual gaps or two horizons: then
   * it is no warning any more.
   */
  static Column isEarlyWarning(int horizonDays) {
    return expr(
        "purchase_day_count >= 4"
            + " and (coalesce(gap_ratio, 0) > 2 or coalesce(volume_trend, 1) < 0.5)"
            + " and coalesce(gap_ratio, 0) <= 5"
            + " and days_since_last_purchase <= "
            + 2 * horizonDays);
  }

  /**
   * Probability x net spend expected in the horizon. Expected is the net spend of the last 365 days
   * brought to the horizon; a customer of less than a year counts the days since the first
   * purchase, but at least 180, so that one large first order is not taken for a habit. Bought less
   * returned: who cancelled everything is worth nothing.
   */
  static Column valueAtRisk(int horizonDays) {
    return expr(
        "churn_probability * greatest(0D, cast(spend_365_days as double)) * "
            + horizonDays
            + " / least(365, greatest(days_since_first_purchase, 180))");
  }

  /**
   * High: at least five purchase days over at least two horizons; low: one purchase day, or known
   * for less than half a horizon; medium: between.
   */
  static Column dataConfidence(int horizonDays) {
    return expr(
        "case when purchase_day_count >= 5 and days_since_first_purchase >= "
            + 2 * horizonDays
            + " then 'high' when purchase_day_count < 2 or days_since_first_purchase < "
            + horizonDays / 2
            + " then 'low' else 'medium' end");
  }
}
