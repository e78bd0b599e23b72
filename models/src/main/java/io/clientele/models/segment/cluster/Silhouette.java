package io.clientele.models.segment.cluster;

import java.util.stream.IntStream;

/**
 * Mean silhouette: how much nearer a point lies to its own segment than to the next one; -1 to 1,
 * higher is better. Exact, over all pairs of the given points.
 *
 * <p>Reference: Rousseeuw, J. Comput. Appl. Math. 20 (1987) 53.
 */
public final class Silhouette {
  private Silhouette() {}

  /** Of points with their segments, from 0 to k - 1. */
  public static double mean(double[][] points, int[] labels, int k) {
    int[] sizes = new int[k];
    for (int label : labels) {
      sizes[label]++;
    }
    double[] each = new double[points.length];
    // Summed in order afterwards, so that the same points give the same bits.
    IntStream.range(0, points.length)
        .parallel()
        .forEach(i -> each[i] = of(i, points, labels, sizes));
    double sum = 0;
    for (double value : each) {
      sum += value;
    }
    return sum / points.length;
  }

  private static double of(int point, double[][] points, int[] labels, int[] sizes) {
    int own = labels[point];
    if (sizes[own] < 2) {
      return 0;
    }
    double[] sums = new double[sizes.length];
    for (int j = 0; j < points.length; j++) {
      sums[labels[j]] += Math.sqrt(KMeans.squared(points[point], points[j]));
    }
    double inside = sums[own] / (sizes[own] - 1);
    double next = Double.POSITIVE_INFINITY;
    for (int c = 0; c < sizes.length; c++) {
      if (c != own && sizes[c] > 0) {
        next = Math.min(next, sums[c] / sizes[c]);
      }
    }
    double larger = Math.max(inside, next);
    return larger == 0 || Double.isInfinite(next) ? 0 : (next - inside) / larger;
  }
}
