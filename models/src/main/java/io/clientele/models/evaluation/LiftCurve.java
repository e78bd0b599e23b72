package io.clientele.models.evaluation;

import java.util.ArrayList;
import java.util.List;

/**
 * Customers by falling score, cut into ten parts of equal size: what was predicted and what
 * happened in each. Lift of the first tenth = its share of positives over that of all (Ling and Li
 * 1998); higher is better, 1 is chance.
 *
 * @param tenths ten parts, highest scores first
 */
public record LiftCurve(List<Tenth> tenths) {
  /**
   * One part.
   *
   * @param tenth 1 = highest scores
   * @param customers customers in it
   * @param meanPredicted mean score
   * @param realisedShare share of positives; a group of equal scores that crosses a border counts
   *     on both sides in proportion
   */
  public record Tenth(int tenth, long customers, double meanPredicted, double realisedShare) {}

  public LiftCurve {
    tenths = List.copyOf(tenths);
  }

  /** Ten parts of the customers; parts without customers are left out. */
  public static LiftCurve of(List<Tally> tallies) {
    List<Tally> sorted = Tallies.sorted(tallies);
    long all = Tallies.count(sorted);
    List<Tenth> tenths = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      long from = all * (i - 1) / 10;
      long to = all * i / 10;
      if (to > from) {
        tenths.add(part(sorted, i, from, to));
      }
    }
    return new LiftCurve(tenths);
  }

  private static Tenth part(List<Tally> sorted, int tenth, long from, long to) {
    double predicted = 0;
    double positives = 0;
    long start = 0;
    for (Tally tally : sorted) {
      long end = start + tally.count();
      double share = Math.max(0, Math.min(end, to) - Math.max(start, from));
      predicted += share * tally.score();
      positives += share * tally.positives() / tally.count();
      start = end;
    }
    long customers = to - from;
    return new Tenth(tenth, customers, predicted / customers, positives / customers);
  }

  /** Lift of the first tenth. */
  public double topDecileLift() {
    double all = 0;
    double positives = 0;
    for (Tenth tenth : tenths) {
      all += tenth.customers();
      positives += tenth.customers() * tenth.realisedShare();
    }
    return tenths.get(0).realisedShare() / (positives / all);
  }
}
