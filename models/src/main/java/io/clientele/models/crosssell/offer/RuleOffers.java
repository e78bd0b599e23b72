package io.clientele.models.crosssell.offer;

import io.clientele.models.crosssell.rule.AssociationRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Offers the consequents of rules whose antecedents the customer has; score = confidence. */
public final class RuleOffers implements OfferModel {
  private static final long serialVersionUID = 1L;

  private final int[][] antecedents;
  private final int[] consequents;
  private final double[] confidences;
  private final int[][] rulesOfRarest;

  /**
   * The rules by the rarest item of their antecedent.
   *
   * @param items how many items there are
   */
  public RuleOffers(List<AssociationRule> rules, int items) {
    this.antecedents = rules.stream().map(rule -> rule.antecedent().items()).toArray(int[][]::new);
    this.consequents = rules.stream().mapToInt(AssociationRule::consequent).toArray();
    this.confidences = rules.stream().mapToDouble(AssociationRule::confidence).toArray();
    List<List<Integer>> byRarest = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      byRarest.add(new ArrayList<>());
    }
    for (int rule = 0; rule < antecedents.length; rule++) {
      int[] antecedent = antecedents[rule];
      byRarest.get(antecedent[antecedent.length - 1]).add(rule);
    }
    this.rulesOfRarest =
        byRarest.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** The reason told to the scores is the index of the rule. */
  @Override
  public void score(int[] owned, int[] times, Scores scores) {
    for (int item : owned) {
      for (int rule : rulesOfRarest[item]) {
        if (isOwned(antecedents[rule], owned)) {
          scores.raise(consequents[rule], confidences[rule], rule);
        }
      }
    }
  }

  private static boolean isOwned(int[] antecedent, int[] owned) {
    for (int item : antecedent) {
      if (Arrays.binarySearch(owned, item) < 0) {
        return false;
      }
    }
    return true;
  }
}
