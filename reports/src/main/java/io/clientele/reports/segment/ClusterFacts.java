package io.clientele.reports.segment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The segments that were found in the data, and who moved between them.
 *
 * @param health the model behind them; empty = no night yet
 * @param segments by money
 * @param moves since the earliest date there is, at most four weeks ago; without those who stayed
 * @param stayed customers who stayed since then
 */
record ClusterFacts(
    Optional<ChurnFacts.Health> health, List<Cluster> segments, List<Move> moves, long stayed) {

  /**
   * A segment.
   *
   * @param spendIndex mean spend against all customers' x 100
   * @param rule plain rule that rebuilds it
   * @param fidelity share of customers that the rule puts on the right side
   * @param lineage what the last training did to it
   */
  record Cluster(
      int id,
      String name,
      long customers,
      double share,
      BigDecimal spend,
      OptionalDouble spendIndex,
      String rule,
      double fidelity,
      String lineage) {}

  /**
   * Customers who went from one segment to another.
   *
   * @param since as-of date then
   * @param buyers those of them who bought since
   * @param before their spend of the year before that date
   * @param after their spend of the year before tonight
   */
  record Move(
      LocalDate since,
      String from,
      String to,
      long customers,
      long buyers,
      BigDecimal before,
      BigDecimal after) {
    boolean isStay() {
      return from.equals(to);
    }
  }
}
