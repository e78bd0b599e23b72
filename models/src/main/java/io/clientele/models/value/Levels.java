package io.clientele.models.value;

import java.util.Arrays;

/**
 * The distinct values of a column and where each row's value stands among them: what depends on one
 * value is computed once.
 */
record Levels(double[] values, int[] places) {

  static Levels of(double[] column) {
    double[] sorted = column.clone();
    Arrays.sort(sorted);
    int distinct = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[distinct - 1]) {
        sorted[distinct++] = sorted[i];
      }
    }
    double[] values = Arrays.copyOf(sorted, distinct);
    int[] places = new int[column.length];
    for (int i = 0; i < column.length; i++) {
      places[i] = Arrays.binarySearch(values, column[i]);
    }
    return new Levels(values, places);
  }

  static Levels of(int[] column) {
    return of(Arrays.stream(column).asDoubleStream().toArray());
  }

  /** Weight of each value. */
  double[] weights(double[] weightOfRow) {
    double[] sums = new double[values.length];
    for (int i = 0; i < places.length; i++) {
      sums[places[i]] += weightOfRow[i];
    }
    return sums;
  }
}
