package io.clientele.models.crosssell.rule;

/**
 * A rule with what the tests say of it.
 *
 * @param rule the rule
 * @param expected baskets with both sides that frequencies and basket sizes alone would give
 * @param fisherPValue one-sided exact test that ignores basket sizes
 * @param pValue the larger of Fisher's and of the size-aware test that the rule tells more, by a
 *     margin, than any of its generalisations
 * @param qValue smallest false-discovery rate at which the rule is kept
 */
public record SoundRule(
    AssociationRule rule, double expected, double fisherPValue, double pValue, double qValue) {
  /** Weight of the assumption that there is nothing, in baskets. */
  private static final double SHRINKAGE = 10;

  /** Baskets with both sides over those expected; 1 = nothing but sizes and frequencies. */
  public double sizeAdjustedLift() {
    return rule.both() / expected;
  }

  /** The size-adjusted lift drawn towards 1 where few baskets were expected. */
  public double shrunkLift() {
    return (rule.both() + SHRINKAGE) / (expected + SHRINKAGE);
  }

  SoundRule withQValue(double q) {
    return new SoundRule(rule, expected, fisherPValue, pValue, q);
  }
}
