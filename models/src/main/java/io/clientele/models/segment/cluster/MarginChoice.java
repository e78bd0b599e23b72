package io.clientele.models.segment.cluster;

/**
 * How far over the border a customer must go to change the segment. Who buys nothing grows older
 * all the same; the margin is the smallest with which a month of that moves at most {@value
 * #MOST_MOVED} of all customers, so that a change of segment tells of behaviour. Never more than
 * two thirds of the way between the two nearest centres: nobody could leave with all of it.
 */
final class MarginChoice {
  static final double MOST_MOVED = 0.1;
  private static final int MONTH_DAYS = 30;
  private static final double STEP = 0.05;

  private MarginChoice() {}

  /**
   * Chooses.
   *
   * @param raws raw values of customers, the first one in days since the last purchase
   */
  static double of(double[][] raws, FeatureScale scale, double[][] centres) {
    double[] crossings = crossings(raws, scale, centres);
    double most = nearestCentres(centres) * 2 / 3;
    double margin = 0;
    while (margin + STEP <= most && moved(crossings, margin) > MOST_MOVED) {
      margin += STEP;
    }
    return Math.rint(margin * 100) / 100;
  }

  /** Share of customers that a month without a purchase moves. */
  static double moved(double[][] raws, FeatureScale scale, double[][] centres, double margin) {
    return moved(crossings(raws, scale, centres), margin);
  }

  private static double moved(double[] crossings, double margin) {
    int moved = 0;
    for (double crossing : crossings) {
      moved += crossing > margin ? 1 : 0;
    }
    return moved / (double) crossings.length;
  }

  /** By how much another centre is nearer than today's, a month older; 0 = none is. */
  private static double[] crossings(double[][] raws, FeatureScale scale, double[][] centres) {
    double[] crossings = new double[raws.length];
    for (int i = 0; i < raws.length; i++) {
      int today = KMeans.nearest(scale.point(raws[i]), centres);
      double[] older = raws[i].clone();
      older[0] += MONTH_DAYS;
      double[] point = scale.point(older);
      crossings[i] =
          Math.sqrt(KMeans.squared(point, centres[today]))
              - Math.sqrt(KMeans.squared(point, centres[KMeans.nearest(point, centres)]));
    }
    return crossings;
  }

  private static double nearestCentres(double[][] centres) {
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < centres.length; a++) {
      for (int b = 0; b < a; b++) {
        least = Math.min(least, Math.sqrt(KMeans.squared(centres[a], centres[b])));
      }
    }
    return least;
  }
}
