package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.models.crosssell.rule.SoundRule;

/**
 * A rule as the artifact keeps it: counts by item numbers of the artifact, and the tests.
 *
 * @param id the same for the same products over trainings
 * @param antecedent item numbers, ascending
 * @param expected baskets with both sides that frequencies and basket sizes alone would give
 * @param survived true = found before the held-out window and true in it, null = not found before
 */
record MinedRule(
    String id,
    int[] antecedent,
    int consequent,
    int both,
    int withAntecedent,
    int withConsequent,
    long baskets,
    double expected,
    double pValue,
    double qValue,
    Boolean survived) {

  static MinedRule of(SoundRule sound, String id, Boolean survived) {
    AssociationRule rule = sound.rule();
    return new MinedRule(
        id,
        rule.antecedent().items(),
        rule.consequent(),
        rule.both(),
        rule.withAntecedent(),
        rule.withConsequent(),
        rule.baskets(),
        sound.expected(),
        sound.pValue(),
        sound.qValue(),
        survived);
  }

  /** The rule whose measures are functions of its counts. */
  AssociationRule rule() {
    return new AssociationRule(
        new ItemSet(antecedent), consequent, both, withAntecedent, withConsequent, baskets);
  }

  double sizeAdjustedLift() {
    return both / expected;
  }
}
