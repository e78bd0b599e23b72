package io.clientele.models.value;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Measures of predicted amounts against what came, customer by customer. */
final class Measures {
  private Measures() {}

  /** Mean absolute error; 0 is best. */
  static double meanAbsoluteError(double[] predicted, double[] actual) {
    return IntStream.range(0, actual.length)
        .mapToDouble(i -> Math.abs(predicted[i] - actual[i]))
        .average()
        .orElse(Double.NaN);
  }

  /** Root of the mean squared error; 0 is best. */
  static double rootMeanSquare(double[] predicted, double[] actual) {
    double mean =
        IntStream.range(0, actual.length)
            .mapToDouble(i -> (predicted[i] - actual[i]) * (predicted[i] - actual[i]))
            .average()
            .orElse(Double.NaN);
    return Math.sqrt(mean);
  }

  /** Pearson correlation, -1 to 1. */
  static double correlation(double[] x, double[] y) {
    double[] ones = new double[x.length];
    Arrays.fill(ones, 1);
    return correlation(x, y, ones);
  }

  static double correlation(double[] x, double[] y, double[] weights) {
    double n = Arrays.stream(weights).sum();
    double meanX = dot(x, weights) / n;
    double meanY = dot(y, weights) / n;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += weights[i] * (x[i] - meanX) * (x[i] - meanX);
      yy += weights[i] * (y[i] - meanY) * (y[i] - meanY);
      xy += weights[i] * (x[i] - meanX) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double dot(double[] x, double[] y) {
    return IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum();
  }

  /** Correlation of ranks, ties share the mean of theirs; -1 to 1. */
  static double spearman(double[] x, double[] y) {
    return correlation(ranks(x), ranks(y));
  }

  private static double[] ranks(double[] values) {
    int[] order = ascending(values);
    double[] ranks = new double[values.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        to++;
      }
      for (int i = from; i < to; i++) {
        ranks[order[i]] = (from + to - 1) / 2.0;
      }
      from = to;
    }
    return ranks;
  }

  /** Gini of the amounts in the order of the prediction over Gini in their own order; 1 is best. */
  static double normalisedGini(double[] predicted, double[] actual) {
    return gini(predicted, actual) / gini(actual, actual);
  }

  private static double gini(double[] order, double[] amounts) {
    double all = Arrays.stream(amounts).sum();
    double seen = 0;
    double area = 0;
    int[] ascending = ascending(order);
    for (int from = 0; from < ascending.length; ) {
      int to = from;
      double tied = 0;
      while (to < ascending.length && order[ascending[to]] == order[ascending[from]]) {
        tied += amounts[ascending[to++]];
      }
      // Customers with one prediction share their amount: no order among them is known.
      area += (seen + tied / 2) * (to - from);
      seen += tied;
      from = to;
    }
    return 1 - 2 * area / (all * amounts.length);
  }

  /** Share of all amounts that the tenth with the highest predictions makes. */
  static double topDecileCapture(double[] predicted, double[] actual) {
    int[] order = ascending(predicted);
    int tenth = Math.max(1, actual.length / 10);
    double top =
        IntStream.range(order.length - tenth, order.length)
            .mapToDouble(i -> actual[order[i]])
            .sum();
    return top / Arrays.stream(actual).sum();
  }

  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
