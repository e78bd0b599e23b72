package io.clientele.models.crosssell.rule;

import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.mining.ItemSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All rules with one consequent and at least one antecedent that item sets hold. */
public final class AssociationRules {
  private static final double ROUNDING = 1e-12;

  private AssociationRules() {}

  /** Highest lift first; equal ones by support, then by items. */
  public static final Comparator<AssociationRule> BY_LIFT =
      Comparator.comparingDouble(AssociationRule::lift)
          .thenComparingInt(AssociationRule::both)
          .reversed()
          .thenComparing(rule -> rule.antecedent().toString())
          .thenComparingInt(AssociationRule::consequent);

  /**
   * The rules, in no order.
   *
   * @param minConfidence share of the antecedent's baskets that must hold the consequent
   */
  public static List<AssociationRule> of(ItemSets sets, double minConfidence) {
    List<AssociationRule> rules = new ArrayList<>();
    for (Map.Entry<ItemSet, Integer> whole : sets.counts().entrySet()) {
      for (int i = 0; i < whole.getKey().size() && whole.getKey().size() > 1; i++) {
        AssociationRule rule = rule(sets, whole.getKey(), whole.getValue(), i);
        if (rule.confidence() >= minConfidence - ROUNDING) {
          rules.add(rule);
        }
      }
    }
    return rules;
  }

  private static AssociationRule rule(ItemSets sets, ItemSet whole, int both, int index) {
    ItemSet antecedent = whole.without(index);
    int consequent = whole.item(index);
    return new AssociationRule(
        antecedent,
        consequent,
        both,
        sets.counts().get(antecedent),
        sets.tally().itemCounts()[consequent],
        sets.baskets());
  }
}
