package io.clientele.models.evaluation;

import java.util.List;

/**
 * Interval of 95 % around an area under the ROC curve, from the variances of the placements of
 * positives among negatives and of negatives among positives (DeLong, DeLong and Clarke-Pearson
 * 1988, Biometrics 44).
 *
 * @param low at least 0
 * @param high at most 1
 */
public record RocInterval(double low, double high) {
  private static final double NINETY_FIVE_PERCENT = 1.959963984540054;

  /** Not a number where a class has fewer than two members. */
  public static RocInterval of(List<Tally> tallies) {
    double positives = Tallies.positives(tallies);
    double negatives = Tallies.count(tallies) - positives;
    double area = RocAuc.of(tallies);
    double below = negatives;
    double above = 0;
    double ofPositives = 0;
    double ofNegatives = 0;
    for (Tally tally : Tallies.sorted(tallies)) {
      below -= tally.negatives();
      double placed = (below + tally.negatives() / 2.0) / negatives - area;
      double placedBelow = (above + tally.positives() / 2.0) / positives - area;
      ofPositives += tally.positives() * placed * placed;
      ofNegatives += tally.negatives() * placedBelow * placedBelow;
      above += tally.positives();
    }
    double variance =
        ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives;
    double half = NINETY_FIVE_PERCENT * Math.sqrt(variance);
    return new RocInterval(Math.max(0, area - half), Math.min(1, area + half));
  }
}
