package io.clientele.models.crosssell.rule;

import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.mining.ItemSets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the rules that basket sizes, item frequencies and simpler rules do not explain.
 *
 * <ol>
 *   <li>Expected baskets of A and c: the chances of c in A's own baskets by their sizes ({@link
 *       MarginModel}).
 *   <li>A rule must also beat what its best generalisation (A without an item) promises: the
 *       expectation is multiplied by that one's size-adjusted lift. A rule that adds nothing is
 *       redundant and goes (Webb 2007: productive).
 *   <li>p-value: the larger of Fisher's exact test and the Poisson tail of the hypothesis that the
 *       rule exceeds its explanation by no more than a margin: the explanation is a model, and a
 *       rule that beats it by little is worth nothing.
 *   <li>q-value over every rule that could have been looked at, also those below the support: per
 *       antecedent each other frequent item.
 * </ol>
 */
public final class SoundRules {
  private final ItemSets sets;
  private final MarginModel margins;

  private SoundRules(ItemSets sets) {
    this.sets = sets;
    this.margins = MarginModel.fit(sets.tally());
  }

  /** The kept rules, the highest shrunk lift first; the sets must tell basket sizes. */
  public static List<SoundRule> of(ItemSets sets, RuleOptions options) {
    if (!sets.options().withSizes()) {
      throw new IllegalArgumentException(
          "Cannot test rules: the item sets do not tell the sizes of their baskets; mine them with"
              + " sizes.");
    }
    return new SoundRules(sets).kept(options);
  }

  private List<SoundRule> kept(RuleOptions options) {
    List<SoundRule> tested = new ArrayList<>();
    for (AssociationRule rule : AssociationRules.of(sets, 0)) {
      tested.add(test(rule, options.margin()));
    }
    return FalseDiscoveries.withQValues(tested, hypotheses()).stream()
        .filter(rule -> rule.qValue() <= options.falseDiscoveryRate())
        .filter(rule -> rule.rule().confidence() >= options.minConfidence())
        .sorted(
            Comparator.comparingDouble(SoundRule::shrunkLift)
                .reversed()
                .thenComparing(SoundRule::rule, AssociationRules.BY_LIFT))
        .toList();
  }

  private SoundRule test(AssociationRule rule, double margin) {
    double expected = expected(rule.antecedent(), rule.consequent());
    double explained = expected * bestGeneralisation(rule);
    double sizeAware = Tails.poisson(rule.both(), explained * margin);
    double fisher =
        Tails.hypergeometric(
            rule.baskets(), rule.withConsequent(), rule.withAntecedent(), rule.both());
    return new SoundRule(rule, expected, fisher, Math.max(sizeAware, fisher), 1);
  }

  private double expected(ItemSet antecedent, int consequent) {
    return margins.expected(antecedent, consequent, sets.sizes().get(antecedent));
  }

  /** Highest size-adjusted lift among the rule's generalisations, at least 1. */
  private double bestGeneralisation(AssociationRule rule) {
    double best = 1;
    for (int i = 0; i < rule.antecedent().size() && rule.antecedent().size() > 1; i++) {
      ItemSet shorter = rule.antecedent().without(i);
      int both = sets.counts().get(with(shorter, rule.consequent()));
      best = Math.max(best, both / expected(shorter, rule.consequent()));
    }
    return best;
  }

  private static ItemSet with(ItemSet set, int item) {
    int[] items = Arrays.copyOf(set.items(), set.size() + 1);
    items[set.size()] = item;
    Arrays.sort(items);
    return new ItemSet(items);
  }

  /** Rules that could have been looked at. */
  private double hypotheses() {
    long frequent = sets.counts().keySet().stream().filter(set -> set.size() == 1).count();
    return sets.counts().keySet().stream()
        .filter(set -> set.size() < sets.options().maxLength())
        .mapToDouble(set -> frequent - set.size())
        .sum();
  }
}
