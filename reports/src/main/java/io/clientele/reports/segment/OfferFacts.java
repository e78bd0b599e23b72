package io.clientele.reports.segment;

import io.clientele.reports.segment.ChurnFacts.Counted;
import io.clientele.reports.segment.ChurnFacts.Health;
import java.util.List;
import java.util.Optional;

/**
 * Everything the report says about what to offer.
 *
 * @param health grade and baseline; empty = no night has looked for offers
 * @param offers new products that may be offered
 * @param customers customers with at least one of them
 * @param reminders products due by a customer's own rhythm
 * @param products most offered products
 * @param rules strongest rules
 * @param takenOff how often products were taken off the offers, by reason
 */
record OfferFacts(
    Optional<Health> health,
    long offers,
    long customers,
    long reminders,
    List<Offered> products,
    List<Rule> rules,
    List<Counted> takenOff) {

  boolean isScoring() {
    return health.map(one -> one.status().equals("scoring")).orElse(false);
  }

  /**
   * A product that is offered.
   *
   * @param byRules customers to whom what is bought together suggests it
   */
  record Offered(String product, String category, long customers, long byRules) {}

  /**
   * A rule.
   *
   * @param baskets baskets with both sides
   * @param confidence share of the left side's baskets that hold the right side, 0 to 1
   * @param liftLow lower end of the 95 % interval of the lift
   */
  record Rule(String bought, String alsoBought, long baskets, double confidence, double liftLow) {}
}
