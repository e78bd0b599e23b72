package io.clientele.models.evaluation;

import java.util.List;

/** Mean squared distance of probability and outcome (Brier 1950). 0 to 1, lower is better. */
public final class Brier {
  private Brier() {}

  public static double of(List<Tally> tallies) {
    double sum = 0;
    for (Tally tally : tallies) {
      double p = tally.score();
      sum += tally.positives() * (1 - p) * (1 - p) + tally.negatives() * p * p;
    }
    return sum / Tallies.count(tallies);
  }
}
