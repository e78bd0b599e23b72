package io.clientele.models.churn.judge;

import io.clientele.models.churn.BoxedLogistic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A rival that needs no library: logistic regression on logarithms of one or a few columns, the
 * same form that analysts write by hand.
 */
final class RuleLogit {
  private static final double PENALTY = 1e-6;

  private final List<String> names;
  private final BoxedLogistic.Fit fit;

  private RuleLogit(List<String> names, BoxedLogistic.Fit fit) {
    this.names = names;
    this.fit = fit;
  }

  static RuleLogit fit(Frame frame, int[] rows, List<String> names) {
    double[] free = new double[names.size()];
    Arrays.fill(free, Double.POSITIVE_INFINITY);
    double[] lowest = Arrays.stream(free).map(high -> -high).toArray();
    return new RuleLogit(
        names,
        BoxedLogistic.fit(columns(frame, rows, names), frame.labels(rows), PENALTY, lowest, free));
  }

  private static double[][] columns(Frame frame, int[] rows, List<String> names) {
    return names.stream()
        .map(frame::column)
        .map(
            column ->
                Arrays.stream(rows)
                    .mapToDouble(row -> Math.log1p(Math.max(0, column.values()[row])))
                    .toArray())
        .toArray(double[][]::new);
  }

  double[] probabilities(Frame frame, int[] rows) {
    double[][] columns = columns(frame, rows, names);
    return IntStream.range(0, rows.length)
        .mapToDouble(i -> 1 / (1 + Math.exp(-fit.logOdds(columns, i))))
        .toArray();
  }
}
