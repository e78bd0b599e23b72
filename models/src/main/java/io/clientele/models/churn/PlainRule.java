package io.clientele.models.churn;

import io.clientele.models.evaluation.Evaluation;
import io.clientele.models.evaluation.RocAuc;
import io.clientele.models.evaluation.Tally;
import io.clientele.models.registry.ModelCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rival that needs no model: "has not bought for N days". N is the one that separates leavers
 * and stayers best on training rows (largest Youden index); ranking by days without a purchase is
 * the stronger form and the one the grade compares with.
 */
final class PlainRule {
  private PlainRule() {}

  /**
   * Chooses N and judges it.
   *
   * @param training days without a purchase against the outcome, training rows
   * @param heldOut the same on the held-out window
   */
  static ModelCard.Baseline judge(List<Tally> training, List<Tally> heldOut) {
    int days = bestDays(training);
    return new ModelCard.Baseline(
        "no purchase for " + days + " days",
        days,
        Evaluation.ofRanking(heldOut),
        RocAuc.of(asRule(heldOut, days)));
  }

  private static int bestDays(List<Tally> tallies) {
    double positives = tallies.stream().mapToLong(Tally::positives).sum();
    double negatives = tallies.stream().mapToLong(Tally::count).sum() - positives;
    double caught = 0;
    double wrong = 0;
    double best = -1;
    int days = 1;
    List<Tally> sorted =
        tallies.stream().sorted(Comparator.comparingDouble(Tally::score).reversed()).toList();
    for (Tally tally : sorted) {
      caught += tally.positives();
      wrong += tally.count() - tally.positives();
      double youden = caught / positives - wrong / negatives;
      if (youden > best) {
        best = youden;
        days = (int) Math.round(tally.score());
      }
    }
    return days;
  }

  private static List<Tally> asRule(List<Tally> tallies, int days) {
    long[] counts = new long[2];
    long[] positives = new long[2];
    for (Tally tally : tallies) {
      int side = tally.score() >= days ? 1 : 0;
      counts[side] += tally.count();
      positives[side] += tally.positives();
    }
    List<Tally> sides = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      if (counts[side] > 0) {
        sides.add(new Tally(side, counts[side], positives[side]));
      }
    }
    return sides;
  }
}
