package io.clientele.reports.segment;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * A segment with its size and money, from rpt_segment_profile.
 *
 * @param kind rfm_segment, abc_class, lifecycle_stage or risk_band
 * @param spend net spend of the last 365 days
 * @param spendShare share of all net spend, 0 to 1; empty = nothing was spent
 * @param meanGapDays mean days since the last purchase
 * @param meanProbability mean churn probability; empty = not scored
 * @param valueAtRisk net spend at risk; zero = not scored
 */
record SegmentRow(
    String kind,
    String name,
    long customers,
    double customerShare,
    BigDecimal spend,
    OptionalDouble spendShare,
    OptionalDouble meanGapDays,
    OptionalDouble meanProbability,
    BigDecimal valueAtRisk) {

  /** First letter large, for reading. */
  String title() {
    return name.isEmpty() ? "(none)" : Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
