package io.clientele.models.evaluation;

import java.util.List;

/**
 * Area under the precision-recall curve as average precision: the sum of precision times the gain
 * in recall over falling thresholds, without interpolation (Davis and Goadrich 2006 on why). 0 to
 * 1, higher is better, the share of positives is chance.
 */
public final class PrAuc {
  private PrAuc() {}

  /** Not a number without positives. */
  public static double of(List<Tally> tallies) {
    double positives = Tallies.positives(tallies);
    double seen = 0;
    double found = 0;
    double area = 0;
    for (Tally tally : Tallies.sorted(tallies)) {
      seen += tally.count();
      found += tally.positives();
      area += tally.positives() / positives * (found / seen);
    }
    return area;
  }
}
