package io.clientele.reports.segment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Everything the report says about leaving.
 *
 * @param health grade and baseline; empty = no night has scored churn
 * @param definition what leaving means, in words; empty = nobody is scored
 * @param horizonDays days looked ahead; 0 = nobody is scored
 * @param bands ten bands of the chance of leaving
 * @param reasons first reasons of customers at high risk, most frequent first
 * @param notScored why customers have no score
 * @param backtest ten tenths of customers, most likely to leave first
 */
record ChurnFacts(
    Optional<Health> health,
    String definition,
    int horizonDays,
    List<Band> bands,
    List<Reason> reasons,
    List<Counted> notScored,
    List<Tenth> backtest) {

  /** Whether there are scores to show. */
  boolean isScoring() {
    return health.map(one -> one.status().equals("scoring")).orElse(false) && !bands.isEmpty();
  }

  /** Net spend at risk over all bands. */
  BigDecimal valueAtRisk() {
    return bands.stream().map(Band::valueAtRisk).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * A row of rpt_model_health; texts and numbers may be missing.
   *
   * @param metric NaN = not measured
   * @param baseline NaN = not measured
   */
  record Health(
      String status,
      String reason,
      String version,
      String grade,
      String metricName,
      double metric,
      String baselineName,
      double baseline,
      String trainedOn) {}

  /**
   * Customers by chance of leaving.
   *
   * @param band 0 = 0 to 10 %, …, 9 = 90 to 100 %
   */
  record Band(int band, long customers, BigDecimal valueAtRisk) {}

  /**
   * A first reason.
   *
   * @param code the feature behind it
   * @param example the sentence of the customer with most at risk
   */
  record Reason(String code, long customers, BigDecimal valueAtRisk, String example) {}

  /** A text and how often it occurs. */
  record Counted(String text, long count) {}

  /** What was predicted for a tenth of customers, and what happened, 0 to 1. */
  record Tenth(int tenth, long customers, double predicted, double realised) {}
}
