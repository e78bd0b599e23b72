package io.clientele.models.churn.judge;

import java.util.stream.IntStream;

/** The levels of a category that are frequent enough to be told apart. */
final class Levels {
  private static final int LEAST_ROWS = 10;
  private static final int MOST_LEVELS = 40;

  private Levels() {}

  static int[] frequent(InputColumn column, int[] rows) {
    long[] counts = new long[column.levels().size()];
    for (int row : rows) {
      double value = column.values()[row];
      if (!Double.isNaN(value)) {
        counts[(int) value]++;
      }
    }
    return IntStream.range(0, counts.length)
        .filter(level -> counts[level] >= LEAST_ROWS && counts[level] < rows.length)
        .boxed()
        .sorted((a, b) -> Long.compare(counts[b], counts[a]))
        .limit(MOST_LEVELS)
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
