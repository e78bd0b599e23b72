package io.clientele.models.evaluation;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Population stability index: the sum of (now - then) x ln(now / then) over the parts into which
 * the values of then are cut (Siddiqi 2006). 0 and up, lower is better; above 0.25 is a shift.
 */
public final class Drift {
  private static final int PARTS = 10;

  /** A part without customers counts as this share, so that the logarithm exists. */
  private static final double SMALLEST_SHARE = 0.0005;

  private Drift() {}

  /** Inner edges of ten parts of about equal size; equal values make fewer. */
  public static double[] edges(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] edges =
        DoubleStream.iterate(1, i -> i < PARTS, i -> i + 1)
            .map(i -> sorted[(int) Math.min(sorted.length - 1, sorted.length * i / PARTS)])
            .distinct()
            .toArray();
    return sorted.length == 0 ? new double[0] : edges;
  }

  /** Share of the values in each part; a value on an edge belongs to the part above. */
  public static double[] shares(double[] values, double[] edges) {
    double[] shares = new double[edges.length + 1];
    for (double value : values) {
      int place = Arrays.binarySearch(edges, value);
      shares[place >= 0 ? place + 1 : -place - 1] += 1.0 / values.length;
    }
    return shares;
  }

  public static double stabilityIndex(double[] then, double[] now) {
    double sum = 0;
    for (int i = 0; i < then.length; i++) {
      double before = Math.max(then[i], SMALLEST_SHARE);
      double after = Math.max(now[i], SMALLEST_SHARE);
      sum += (after - before) * Math.log(after / before);
    }
    return sum;
  }
}
