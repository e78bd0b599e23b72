package io.clientele.models.segment;

import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Column;

/**
 * Pareto classes by net spend of the last 365 days: sorted by spend, the customers before whom less
 * than 80 % of all positive spend stands are A, those before whom less than 95 % stands are B, the
 * rest and everybody without positive spend is C. Customers of equal spend have the same class.
 */
final class AbcClasses {
  private AbcClasses() {}

  /** From spend_last_365_days and the floors of {@link SegmentCuts}. */
  static Column column() {
    return expr(
        """
        case when spend_last_365_days <= 0 then 'C'
             when spend_last_365_days >= a_floor then 'A'
             when spend_last_365_days >= b_floor then 'B'
             else 'C' end""");
  }
}
