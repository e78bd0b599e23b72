package io.clientele.models.evaluation;

import java.util.List;

/**
 * Mean negative log-likelihood of the outcomes. 0 and up, lower is better; a probability of 0 or 1
 * that is wrong counts as one in a trillion.
 */
public final class LogLoss {
  private static final double SMALLEST = 1e-12;

  private LogLoss() {}

  public static double of(List<Tally> tallies) {
    double sum = 0;
    for (Tally tally : tallies) {
      double p = Math.min(1 - SMALLEST, Math.max(SMALLEST, tally.score()));
      sum -= tally.positives() * Math.log(p) + tally.negatives() * Math.log1p(-p);
    }
    return sum / Tallies.count(tallies);
  }
}
