package io.clientele.reports.segment;

import io.clientele.reports.segment.ChurnFacts.Health;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Everything the report says about what customers will be worth.
 *
 * @param health grade and baseline; empty = no night has come to it
 * @param tenths ten tenths of customers, the most valuable first
 */
record ValueFacts(Optional<Health> health, List<Tenth> tenths) {

  boolean isScoring() {
    return health.map(one -> one.status().equals("scoring")).orElse(false) && !tenths.isEmpty();
  }

  BigDecimal expected() {
    return tenths.stream().map(Tenth::expected).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * A tenth of customers.
   *
   * @param current net sales of the last 365 days
   * @param expected net sales expected in the next 12 months
   * @param naive what the plain rule expects
   * @param noPurchase mean chance of no purchase in the next 12 months
   * @param low mean lower end of what single customers will spend
   * @param high mean upper end
   */
  record Tenth(
      int tenth,
      long customers,
      BigDecimal current,
      BigDecimal expected,
      BigDecimal naive,
      double noPurchase,
      BigDecimal low,
      BigDecimal high) {}
}
