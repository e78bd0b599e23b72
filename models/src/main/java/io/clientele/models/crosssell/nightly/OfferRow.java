package io.clientele.models.crosssell.nightly;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A product that was considered for a customer.
 *
 * @param item product code
 * @param rank place among offers or among reminders; empty = taken off
 * @param score higher is better
 * @param source rule, similar_product or repurchase
 * @param ruleId the rule behind it
 * @param evidence why, in words
 * @param dueDay of a repurchase, in days since 1970
 * @param excluded why it may not be offered
 */
record OfferRow(
    String item,
    OptionalInt rank,
    double score,
    String source,
    Optional<String> ruleId,
    String evidence,
    OptionalInt dueDay,
    Optional<String> excluded) {

  OfferRow takenOff(String reason) {
    return new OfferRow(
        item, OptionalInt.empty(), score, source, ruleId, evidence, dueDay, Optional.of(reason));
  }
}
