package io.clientele.models.segment.cluster;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * k-means on the driver: k-means++ starts, Lloyd's steps until no point changes its centre. The
 * same points and seed give the same bits, and a fit that starts from its own centres stays there.
 *
 * <p>References: Lloyd, IEEE Trans. Inf. Theory 28 (1982) 129; Arthur and Vassilvitskii, SODA 2007.
 */
public final class KMeans {
  private static final int MOST_STEPS = 300;

  private final double[][] points;

  public KMeans(double[][] points) {
    this.points = points;
  }

  /** The fit of smallest inertia over so many starts, the largest segment first. */
  public Clustering best(int k, int starts, SplittableRandom random) {
    return best(k, starts, 0, random);
  }

  /** The same, each fit left when so few points change their centre in a step. */
  Clustering best(int k, int starts, int fewMoves, SplittableRandom random) {
    Clustering best = null;
    for (int start = 0; start < starts; start++) {
      Clustering fit = from(plusPlus(k, random), fewMoves);
      best = best == null || fit.inertia() < best.inertia() ? fit : best;
    }
    return best.largestFirst();
  }

  /** Lloyd's steps from these centres, in their order. */
  public Clustering from(double[][] start) {
    return from(start, 0);
  }

  private Clustering from(double[][] start, int fewMoves) {
    double[][] centres = start;
    int[] labels = labels(centres);
    int moves = Integer.MAX_VALUE;
    for (int step = 0; step < MOST_STEPS && moves > fewMoves; step++) {
      centres = means(labels, centres);
      moves = relabel(centres, labels);
    }
    return new Clustering(centres, labels, inertia(centres, labels));
  }

  /** Gives each point its nearest centre and says how many changed. */
  private int relabel(double[][] centres, int[] labels) {
    int moves = 0;
    for (int i = 0; i < points.length; i++) {
      int nearest = nearest(points[i], centres);
      moves += nearest == labels[i] ? 0 : 1;
      labels[i] = nearest;
    }
    return moves;
  }

  /** These centres as they are. */
  Clustering around(double[][] centres) {
    int[] labels = labels(centres);
    return new Clustering(centres, labels, inertia(centres, labels));
  }

  /** The nearest centre of each point; the first of equally near ones. */
  public int[] labels(double[][] centres) {
    int[] labels = new int[points.length];
    relabel(centres, labels);
    return labels;
  }

  static int nearest(double[] point, double[][] centres) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < centres.length; c++) {
      double distance = squared(point, centres[c]);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    return nearest;
  }

  static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      double difference = a[j] - b[j];
      sum += difference * difference;
    }
    return sum;
  }

  private double inertia(double[][] centres, int[] labels) {
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += squared(points[i], centres[labels[i]]);
    }
    return sum;
  }

  /** A centre that lost all its points stays where it is. */
  private double[][] means(int[] labels, double[][] before) {
    double[][] sums = new double[before.length][before[0].length];
    int[] counts = new int[before.length];
    for (int i = 0; i < points.length; i++) {
      counts[labels[i]]++;
      for (int j = 0; j < points[i].length; j++) {
        sums[labels[i]][j] += points[i][j];
      }
    }
    for (int c = 0; c < sums.length; c++) {
      for (int j = 0; j < sums[c].length; j++) {
        sums[c][j] = counts[c] == 0 ? before[c][j] : sums[c][j] / counts[c];
      }
    }
    return sums;
  }

  /** Each next centre is a point, drawn with the square of its distance to the nearest one. */
  private double[][] plusPlus(int k, SplittableRandom random) {
    double[][] centres = new double[k][];
    centres[0] = points[random.nextInt(points.length)];
    double[] distances = new double[points.length];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    for (int c = 1; c < k; c++) {
      double sum = 0;
      for (int i = 0; i < points.length; i++) {
        distances[i] = Math.min(distances[i], squared(points[i], centres[c - 1]));
        sum += distances[i];
      }
      centres[c] = points[drawn(distances, sum * random.nextDouble())];
    }
    return centres;
  }

  private static int drawn(double[] weights, double at) {
    double left = at;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
