package io.clientele.models.churn.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The three columns that push a row most towards leaving, in words. What speaks for staying is
 * never a reason, so a row may have fewer.
 */
final class RowReasons {
  static final int COUNT = 3;

  private final Frame frame;
  private final double[] usual;

  /**
   * @param training rows whose medians are what is usual
   */
  RowReasons(Frame frame, int[] training) {
    this.frame = frame;
    this.usual = frame.columns().stream().mapToDouble(column -> median(column, training)).toArray();
  }

  private static double median(InputColumn column, int[] rows) {
    double[] sorted =
        Arrays.stream(rows)
            .mapToDouble(row -> column.values()[row])
            .filter(value -> !column.isCategory() && !Double.isNaN(value))
            .sorted()
            .toArray();
    return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
  }

  /** Always three texts; empty ones where there are fewer reasons. */
  List<String> of(int row, double[] contributions) {
    List<String> reasons = new ArrayList<>();
    IntStream.range(0, contributions.length)
        .filter(column -> contributions[column] > 0)
        .boxed()
        .sorted((a, b) -> Double.compare(contributions[b], contributions[a]))
        .limit(COUNT)
        .forEach(column -> reasons.add(text(column, row)));
    while (reasons.size() < COUNT) {
      reasons.add("");
    }
    return reasons;
  }

  private String text(int place, int row) {
    InputColumn column = frame.columns().get(place);
    String text = column.name() + " is " + column.text(column.values()[row]);
    return Double.isNaN(usual[place])
        ? text
        : text + ", half of all have at most " + column.text(usual[place]);
  }
}
