package io.clientele.models.crosssell.rule;

import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.mining.ItemSet;

/**
 * A rule with one consequent, as counts of baskets; every measure is a function of them.
 *
 * @param antecedent item numbers of the left side
 * @param consequent item number of the right side
 * @param both baskets with both sides
 * @param withAntecedent baskets with the left side
 * @param withConsequent baskets with the right side
 * @param baskets all baskets
 */
public record AssociationRule(
    ItemSet antecedent,
    int consequent,
    int both,
    int withAntecedent,
    int withConsequent,
    long baskets) {
  private static final double Z = 1.959963984540054;

  /** The same rule by the numbers of another dictionary. */
  public AssociationRule renumbered(Dictionary from, Dictionary to) {
    int[] items = from.names(antecedent.items()).stream().mapToInt(to::number).sorted().toArray();
    return new AssociationRule(
        new ItemSet(items),
        to.number(from.item(consequent)),
        both,
        withAntecedent,
        withConsequent,
        baskets);
  }

  /** Items of both sides. */
  public int length() {
    return antecedent.size() + 1;
  }

  /** Share of baskets with both sides, 0–1. */
  public double support() {
    return (double) both / baskets;
  }

  /** Share of the antecedent's baskets that hold the consequent, 0–1. */
  public double confidence() {
    return (double) both / withAntecedent;
  }

  /** Confidence over the consequent's share; 1 = independent, higher = more often together. */
  public double lift() {
    return confidence() * baskets / withConsequent;
  }

  /** Lower end of the 95 % interval of the lift. */
  public double liftLow() {
    return lift() * Math.exp(-Z * logLiftDeviation());
  }

  /** Upper end of the 95 % interval of the lift. */
  public double liftHigh() {
    return lift() * Math.exp(Z * logLiftDeviation());
  }

  /** Support above that of independence, -0.25–0.25. */
  public double leverage() {
    return support() - (double) withAntecedent / baskets * withConsequent / baskets;
  }

  /** How much more often the rule would fail under independence; infinite when it never fails. */
  public double conviction() {
    return (1 - (double) withConsequent / baskets) / (1 - confidence());
  }

  /**
   * Standard deviation of log lift by the delta method on multinomial counts: var = 1/n_ac - 1/n_a
   * - 1/n_c + 2 n_ac / (n_a n_c) - 1/N.
   */
  private double logLiftDeviation() {
    double variance =
        1.0 / both
            - 1.0 / withAntecedent
            - 1.0 / withConsequent
            + 2.0 * both / ((double) withAntecedent * withConsequent)
            - 1.0 / baskets;
    return Math.sqrt(Math.max(0, variance));
  }
}
