package io.clientele.models.segment;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;

/**
 * Where the relation with a customer stands, by the first rule that holds.
 *
 * <ol>
 *   <li>lost: no purchase for more than 365 days
 *   <li>lapsing: none for more than 180 days, or a customer of at least four purchase days whose
 *       silence is more than three times the usual gap
 *   <li>won back: came back within the last 90 days after a gap of more than 180
 *   <li>new: first purchase within the last 90 days
 *   <li>slowing: at least four purchase days, and the silence is more than twice the usual gap or
 *       less than half the usual volume is bought
 *   <li>growing: more than one and a half times the usual volume
 *   <li>active: everybody else
 * </ol>
 */
final class LifecycleStage {
  private LifecycleStage() {}

  /** From the columns of ftr_customer_churn. */
  static Column column() {
    return expr(
        """
        case
          when days_since_last_purchase > 365 then 'lost'
          when days_since_last_purchase > 180
            or (purchase_day_count >= 4 and coalesce(gap_ratio, 0) > 3) then 'lapsing'
          when days_since_last_purchase <= 90 and coalesce(last_gap_days, 0) > 180 then 'won back'
          when days_since_first_purchase <= 90 then 'new'
          when purchase_day_count >= 4
            and (coalesce(gap_ratio, 0) > 2 or coalesce(volume_trend, 1) < 0.5) then 'slowing'
          when coalesce(volume_trend, 1) > 1.5 then 'growing'
          else 'active'
        end""");
  }
}
