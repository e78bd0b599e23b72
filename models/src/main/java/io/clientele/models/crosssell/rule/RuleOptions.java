package io.clientele.models.crosssell.rule;

/**
 * When a rule is kept.
 *
 * @param minConfidence share of the antecedent's baskets that must hold the consequent
 * @param falseDiscoveryRate expected share of false rules among those kept
 * @param margin how many times more often than explained both sides must meet for the rule to be
 *     worth keeping; 1 = any more counts
 * @param evidenceShare share of baskets, smallest first, whose contents count as evidence: huge
 *     ones hold nearly everything together
 */
public record RuleOptions(
    double minConfidence, double falseDiscoveryRate, double margin, double evidenceShare) {
  public RuleOptions {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException(
          "Cannot keep rules with a confidence of at least "
              + minConfidence
              + ": it must lie between 0 and 1; correct it.");
    }
    if (!(falseDiscoveryRate > 0 && falseDiscoveryRate < 1)) {
      throw new IllegalArgumentException(
          "Cannot keep rules at a false-discovery rate of "
              + falseDiscoveryRate
              + ": it must lie between 0 and 1; 0.05 is usual.");
    }
    if (!(margin >= 1)) {
      throw new IllegalArgumentException(
          "Cannot keep rules with a margin of "
              + margin
              + ": it must be at least 1; 1.2 is usual.");
    }
  }

  /**
   * 5 % false discoveries, a fifth more often than explained, without the largest 5 % of baskets.
   */
  public static RuleOptions ofConfidence(double minConfidence) {
    return new RuleOptions(minConfidence, 0.05, 1.2, 0.95);
  }
}
