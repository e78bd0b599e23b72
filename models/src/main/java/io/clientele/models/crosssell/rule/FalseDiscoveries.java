package io.clientele.models.crosssell.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Benjamini and Hochberg's q-values, over more hypotheses than were tested. */
final class FalseDiscoveries {
  private FalseDiscoveries() {}

  /**
   * The rules with their q-values, smallest p-value first.
   *
   * @param hypotheses all that could have been tested; the others count as p = 1
   */
  static List<SoundRule> withQValues(List<SoundRule> tested, double hypotheses) {
    List<SoundRule> sorted = new ArrayList<>(tested);
    sorted.sort(
        Comparator.comparingDouble(SoundRule::pValue)
            .thenComparing(SoundRule::rule, AssociationRules.BY_LIFT));
    double smallest = 1;
    for (int i = sorted.size() - 1; i >= 0; i--) {
      double family = Math.max(hypotheses, sorted.size());
      smallest = Math.min(smallest, sorted.get(i).pValue() * family / (i + 1));
      sorted.set(i, sorted.get(i).withQValue(smallest));
    }
    return sorted;
  }
}
