package io.clientele.models.evaluation;

import java.util.List;

/**
 * Area under the ROC curve: the probability that a positive scores higher than a negative, ties
 * count half (Mann and Whitney 1947; Hanley and McNeil 1982). 0 to 1, higher is better, 0.5 is
 * chance.
 */
public final class RocAuc {
  private RocAuc() {}

  /** Not a number where one class is missing. */
  public static double of(List<Tally> tallies) {
    double negatives = Tallies.count(tallies) - Tallies.positives(tallies);
    double positives = Tallies.positives(tallies);
    double below = negatives;
    double area = 0;
    for (Tally tally : Tallies.sorted(tallies)) {
      below -= tally.negatives();
      area += tally.positives() * (below + tally.negatives() / 2.0);
    }
    return area / (positives * negatives);
  }
}
