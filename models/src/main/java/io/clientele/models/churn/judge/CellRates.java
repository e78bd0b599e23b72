package io.clientele.models.churn.judge;

import java.util.Arrays;

/**
 * The share of leavers in each cell of one column: a level, a range of numbers, or blank.
 *
 * @param column place in the frame
 * @param edges lower ends of the ranges of numbers; empty for a category
 * @param isExact whether a cell is one value rather than a range
 * @param counts rows by cell; cell 0 is blank
 * @param positives leavers by cell
 * @param share leavers among all rows
 */
record CellRates(
    int column, double[] edges, boolean isExact, long[] counts, long[] positives, double share) {
  /** A cell's share is drawn towards that of all by so many rows. */
  private static final double PULL = 5;

  static CellRates of(Frame frame, int place, int[] rows, int parts) {
    InputColumn column = frame.columns().get(place);
    double[] distinct =
        Arrays.stream(rows)
            .mapToDouble(row -> column.values()[row])
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    double[] different = Arrays.stream(distinct).distinct().toArray();
    boolean isExact = column.isCategory() || different.length <= parts;
    double[] edges = new double[0];
    if (!column.isCategory()) {
      edges = isExact ? different : quantiles(distinct, parts);
    }
    int cells = 1 + (column.isCategory() ? column.levels().size() : edges.length + 1);
    CellRates rates =
        new CellRates(
            place,
            edges,
            isExact,
            new long[cells],
            new long[cells],
            (double) frame.positives(rows) / rows.length);
    for (int row : rows) {
      int cell = rates.cell(frame, row);
      rates.counts[cell]++;
      rates.positives[cell] += frame.labels()[row] > 0 ? 1 : 0;
    }
    return rates;
  }

  private static double[] quantiles(double[] sorted, int parts) {
    double[] edges = new double[parts - 1];
    for (int i = 1; i < parts; i++) {
      edges[i - 1] = sorted[sorted.length * i / parts];
    }
    return Arrays.stream(edges).distinct().toArray();
  }

  int cell(Frame frame, int row) {
    double value = frame.columns().get(column).values()[row];
    if (Double.isNaN(value)) {
      return 0;
    }
    if (frame.columns().get(column).isCategory()) {
      return 1 + (int) value;
    }
    int place = Arrays.binarySearch(edges, value);
    return 1 + (place >= 0 ? place + 1 : -place - 1);
  }

  double probability(Frame frame, int row) {
    int cell = cell(frame, row);
    return (positives[cell] + PULL * share) / (counts[cell] + PULL);
  }

  /** Mean log-loss on the rows that it was made from. */
  double loss() {
    double sum = 0;
    long rows = 0;
    for (int cell = 0; cell < counts.length; cell++) {
      double p = (positives[cell] + PULL * share) / (counts[cell] + PULL);
      sum -= positives[cell] * Math.log(p) + (counts[cell] - positives[cell]) * Math.log1p(-p);
      rows += counts[cell];
    }
    return sum / rows;
  }

  /** What a row of this cell is like, in words. */
  String text(Frame frame, int cell) {
    InputColumn of = frame.columns().get(column);
    String value =
        cell == 0
            ? "blank"
            : of.isCategory() ? of.levels().get(cell - 1) : of.text(edges[Math.max(0, cell - 2)]);
    return of.name() + " = " + value;
  }
}
