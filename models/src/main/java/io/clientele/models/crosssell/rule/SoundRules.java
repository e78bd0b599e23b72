package io.clientele.models.crosssell.rule;

import io.clientele.models.crosssell.basket.BasketTally;
import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.mining.ItemSets;
import io.clientele.models.crosssell.mining.SizeCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 *   <li>q-value, per length of rule, over every rule that could have been looked at, also those
 *       below the support: per antecedent each other frequent item.
 * </ol>
 */
public final class SoundRules {
  private final ItemSets sets;
  private final RuleOptions options;
  private final MarginModel margins;
  private final int largest;

  private SoundRules(ItemSets sets, RuleOptions options) {
    this.sets = sets;
    this.options = options;
    this.margins = MarginModel.fit(sets.tally());
    this.largest = sizeOf(options.evidenceShare(), sets.tally());
  }

  /** The kept rules, the highest shrunk lift first; the sets must tell basket sizes. */
  public static List<SoundRule> of(ItemSets sets, RuleOptions options) {
    if (!sets.options().withSizes()) {
      throw new IllegalArgumentException(
          "Cannot test rules: the item sets do not tell the sizes of their baskets; mine them with"
              + " sizes.");
    }
    return new SoundRules(sets, options).kept();
  }

  private List<SoundRule> kept() {
    Map<Integer, List<SoundRule>> byLength = new TreeMap<>();
    for (AssociationRule rule : AssociationRules.of(sets, 0)) {
      byLength.computeIfAbsent(rule.length(), length -> new ArrayList<>()).add(test(rule));
    }
    return byLength.entrySet().stream()
        .map(each -> FalseDiscoveries.withQValues(each.getValue(), hypotheses(each.getKey())))
        .flatMap(List::stream)
        .filter(rule -> rule.qValue() <= options.falseDiscoveryRate())
        .filter(rule -> rule.rule().confidence() >= options.minConfidence())
        .sorted(
            Comparator.comparingDouble(SoundRule::shrunkLift)
                .reversed()
                .thenComparing(SoundRule::rule, AssociationRules.BY_LIFT))
        .toList();
  }

  private SoundRule test(AssociationRule rule) {
    double explained =
        expected(rule.antecedent(), rule.consequent(), largest) * bestGeneralisation(rule);
    int met = evidence(with(rule.antecedent(), rule.consequent()), largest).total();
    double sizeAware = Tails.poisson(met, explained * options.margin());
    double fisher =
        Tails.hypergeometric(
            rule.baskets(), rule.withConsequent(), rule.withAntecedent(), rule.both());
    double expected = expected(rule.antecedent(), rule.consequent(), Integer.MAX_VALUE);
    return new SoundRule(rule, expected, fisher, Math.max(sizeAware, fisher), 1);
  }

  private SizeCounts evidence(ItemSet set, int largestBasket) {
    return sets.sizes().get(set).upTo(largestBasket);
  }

  private double expected(ItemSet antecedent, int consequent, int largestBasket) {
    return margins.expected(antecedent, consequent, evidence(antecedent, largestBasket));
  }

  /** Highest size-adjusted lift among the rule's generalisations, at least 1. */
  private double bestGeneralisation(AssociationRule rule) {
    double best = 1;
    for (int i = 0; i < rule.antecedent().size() && rule.antecedent().size() > 1; i++) {
      ItemSet shorter = rule.antecedent().without(i);
      double met = evidence(with(shorter, rule.consequent()), largest).total();
      best = Math.max(best, met / expected(shorter, rule.consequent(), largest));
    }
    return best;
  }

  private static ItemSet with(ItemSet set, int item) {
    int[] items = Arrays.copyOf(set.items(), set.size() + 1);
    items[set.size()] = item;
    Arrays.sort(items);
    return new ItemSet(items);
  }

  /** Rules of a length that could have been looked at. */
  private double hypotheses(int length) {
    long frequent = sets.counts().keySet().stream().filter(set -> set.size() == 1).count();
    long antecedents =
        sets.counts().keySet().stream().filter(set -> set.size() == length - 1).count();
    return (double) antecedents * (frequent - length + 1);
  }

  /** The size that the given share of the baskets does not exceed. */
  private static int sizeOf(double share, BasketTally tally) {
    long seen = 0;
    for (Map.Entry<Integer, Integer> size : tally.basketsBySize().entrySet()) {
      seen += size.getValue();
      if (seen >= share * tally.baskets()) {
        return size.getKey();
      }
    }
    return Integer.MAX_VALUE;
  }
}
