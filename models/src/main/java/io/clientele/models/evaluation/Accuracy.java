package io.clientele.models.evaluation;

import java.util.List;

/** Share of right answers when a probability of one half or more means yes. Higher is better. */
public final class Accuracy {
  private Accuracy() {}

  public static double of(List<Tally> tallies) {
    double right = 0;
    for (Tally tally : tallies) {
      right += tally.score() >= 0.5 ? tally.positives() : tally.negatives();
    }
    return right / Tallies.count(tallies);
  }
}
