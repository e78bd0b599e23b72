package io.clientele.models.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Beta;

/**
 * Expected maximum profit of a retention campaign per customer, in money: the best share of
 * customers to call, whatever share of leavers accepts. Higher is better.
 *
 * <p>Reference: Verbraken, Verbeke and Baesens 2013, IEEE Trans. Knowledge and Data Engineering
 * 25(5). With acceptance rate gamma and delta = incentive / value, phi = contact / value, calling
 * the share F0 of leavers and F1 of stayers brings value x ((gamma (1 - delta) - phi) pi0 F0 -
 * (delta + phi) pi1 F1). The best threshold lies on the hull of the ROC curve; between two
 * neighbours of the hull it changes at one gamma, so the integral over gamma is a sum of incomplete
 * beta functions.
 *
 * @param value customer value
 * @param incentive cost of the offer that is accepted
 * @param contact cost of a call
 * @param alpha first parameter of the beta distribution of the acceptance rate
 * @param beta second one
 */
public record ExpectedMaximumProfit(
    double value, double incentive, double contact, double alpha, double beta) {

  /** The settings of the literature: 200, 10, 1, Beta(6, 14). */
  public static final ExpectedMaximumProfit USUAL = new ExpectedMaximumProfit(200, 10, 1, 6, 14);

  /** Share of leavers and of stayers called. */
  private record Point(double leavers, double stayers) {}

  public double of(List<Tally> tallies) {
    double share = (double) Tallies.positives(tallies) / Tallies.count(tallies);
    double delta = incentive / value;
    double phi = contact / value;
    double cost = (delta + phi) * (1 - share);
    List<Point> hull = hull(tallies);
    double profit = 0;
    double from = 0;
    for (int i = 0; i < hull.size() && from < 1; i++) {
      double to = 1;
      if (i + 1 < hull.size()) {
        double stayers = hull.get(i + 1).stayers() - hull.get(i).stayers();
        double leavers = hull.get(i + 1).leavers() - hull.get(i).leavers();
        to = Math.min(1, (cost * stayers / (share * leavers) + phi) / (1 - delta));
      }
      double mass = mass(to, alpha) - mass(from, alpha);
      double mean = alpha / (alpha + beta) * (mass(to, alpha + 1) - mass(from, alpha + 1));
      profit +=
          ((1 - delta) * mean - phi * mass) * share * hull.get(i).leavers()
              - cost * hull.get(i).stayers() * mass;
      from = to;
    }
    return value * profit;
  }

  private double mass(double at, double first) {
    return at >= 1 ? 1 : at <= 0 ? 0 : Beta.regularizedBeta(at, first, beta);
  }

  /** Upper hull of the ROC curve from nobody called to everybody called. */
  private static List<Point> hull(List<Tally> tallies) {
    double positives = Tallies.positives(tallies);
    double negatives = Tallies.count(tallies) - positives;
    List<Point> hull = new ArrayList<>(List.of(new Point(0, 0)));
    double leavers = 0;
    double stayers = 0;
    for (Tally tally : Tallies.sorted(tallies)) {
      leavers += tally.positives() / positives;
      stayers += tally.negatives() / negatives;
      Point next = new Point(leavers, stayers);
      while (hull.size() > 1 && isBelow(hull, next)) {
        hull.remove(hull.size() - 1);
      }
      hull.add(next);
    }
    return hull;
  }

  /** Whether the last point lies on or below the line from the one before to the next. */
  private static boolean isBelow(List<Point> hull, Point next) {
    Point last = hull.get(hull.size() - 1);
    Point before = hull.get(hull.size() - 2);
    double slope = (last.leavers() - before.leavers()) * (next.stayers() - before.stayers());
    return slope <= (next.leavers() - before.leavers()) * (last.stayers() - before.stayers());
  }
}
