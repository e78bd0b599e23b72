package io.clientele.models.segment.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How surely segments are found again: clusters of bootstrap samples, by the Jaccard similarity of
 * each segment with the cluster most like it. 0 to 1, higher is better; below .6 a cluster is a
 * pattern of chance, from .75 valid, from .85 highly stable.
 *
 * <p>Reference: Hennig, Computational Statistics and Data Analysis 52 (2007) 258, {@code
 * clusterboot} of the R package fpc.
 *
 * @param each by segment
 */
public record Stability(double[] each) {
  private static final int STARTS = 4;

  /** A fit is left when less than one point in so many moves. */
  private static final int STILL = 500;

  public double mean() {
    return Arrays.stream(each).average().orElse(Double.NaN);
  }

  public double least() {
    return Arrays.stream(each).min().orElse(Double.NaN);
  }

  /** Of the segments that the labels say. */
  static Stability of(
      double[][] points, int[] labels, int k, int bootstraps, SplittableRandom random) {
    double[] sums = new double[k];
    for (int b = 0; b < bootstraps; b++) {
      int[] drawn = random.ints(points.length, 0, points.length).toArray();
      double[][] sample = Arrays.stream(drawn).mapToObj(i -> points[i]).toArray(double[][]::new);
      Clustering again = new KMeans(sample).best(k, STARTS, points.length / STILL, random);
      double[] found = found(drawn, labels, again.labels(), k);
      for (int c = 0; c < k; c++) {
        sums[c] += found[c] / bootstraps;
      }
    }
    return new Stability(sums);
  }

  /** Best Jaccard similarity of each segment, over the distinct points that were drawn. */
  private static double[] found(int[] drawn, int[] labels, int[] again, int k) {
    int[][] together = new int[k][k];
    int[] old = new int[k];
    int[] fresh = new int[k];
    boolean[] isSeen = new boolean[labels.length];
    for (int i = 0; i < drawn.length; i++) {
      if (!isSeen[drawn[i]]) {
        isSeen[drawn[i]] = true;
        together[labels[drawn[i]]][again[i]]++;
        old[labels[drawn[i]]]++;
        fresh[again[i]]++;
      }
    }
    double[] best = new double[k];
    for (int c = 0; c < k; c++) {
      for (int d = 0; d < k; d++) {
        int union = old[c] + fresh[d] - together[c][d];
        best[c] = Math.max(best[c], union == 0 ? 0 : together[c][d] / (double) union);
      }
    }
    return best;
  }
}
