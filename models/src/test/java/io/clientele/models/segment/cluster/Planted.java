package io.clientele.models.segment.cluster;

import java.util.Random;

/**
 * Points around planted centres, each with its truth.
 *
 * @param truth planted segment of each point
 */
record Planted(double[][] points, int[] truth) {

  /** Normal points of deviation 1 around the centres, in turn. */
  static Planted around(double[][] centres, int perCentre, long seed) {
    Random random = new Random(seed);
    int[] truth = new int[centres.length * perCentre];
    double[][] points = new double[truth.length][centres[0].length];
    for (int i = 0; i < truth.length; i++) {
      truth[i] = i % centres.length;
      for (int j = 0; j < points[i].length; j++) {
        points[i][j] = centres[truth[i]][j] + random.nextGaussian();
      }
    }
    return new Planted(points, truth);
  }
}
