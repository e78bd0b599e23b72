package io.clientele.models.churn.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One term of the logistic regression, brought to mean 0 and deviation 1 over the training rows.
 *
 * @param column place in the frame
 * @param form what of the value enters
 * @param at the level, or where a hinge begins
 * @param center median of a number
 * @param spread half of its range between the fifth and the ninety-fifth percentile
 * @param mean of the term over the training rows
 * @param deviation of the term over the training rows
 */
record LinearTerm(
    int column, Form form, double at, double center, double spread, double mean, double deviation) {
  private static final double[] HINGES = {0.1, 0.35, 0.65, 0.9};
  private static final int LEAST_BLANKS = 10;

  /** What of a value enters. */
  enum Form {
    VALUE,
    HINGE,
    LEVEL,
    BLANK
  }

  /**
   * The terms of every column: levels, or a number bent at four places, and whether it is blank.
   */
  static List<LinearTerm> of(Frame frame, int[] rows) {
    List<LinearTerm> terms = new ArrayList<>();
    for (int c = 0; c < frame.columns().size(); c++) {
      InputColumn column = frame.columns().get(c);
      if (column.isCategory()) {
        for (int level : Levels.frequent(column, rows)) {
          terms.add(new LinearTerm(c, Form.LEVEL, level, 0, 1, 0, 1));
        }
      } else {
        terms.addAll(ofNumber(c, column, rows));
      }
    }
    return terms.stream()
        .map(term -> term.standardised(frame, rows))
        .filter(term -> term.deviation > 1e-9)
        .toList();
  }

  private static List<LinearTerm> ofNumber(int c, InputColumn column, int[] rows) {
    double[] sorted =
        Arrays.stream(rows)
            .mapToDouble(row -> column.values()[row])
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    List<LinearTerm> terms = new ArrayList<>();
    if (rows.length - sorted.length >= LEAST_BLANKS) {
      terms.add(new LinearTerm(c, Form.BLANK, 0, 0, 1, 0, 1));
    }
    if (sorted.length == 0) {
      return terms;
    }
    double center = quantile(sorted, 0.5);
    double spread = Math.max((quantile(sorted, 0.95) - quantile(sorted, 0.05)) / 2, 1e-9);
    LinearTerm plain = new LinearTerm(c, Form.VALUE, 0, center, spread, 0, 1);
    terms.add(plain);
    Arrays.stream(HINGES)
        .map(share -> plain.bent(quantile(sorted, share)))
        .distinct()
        .filter(place -> place > plain.bent(sorted[0]))
        .forEach(place -> terms.add(new LinearTerm(c, Form.HINGE, place, center, spread, 0, 1)));
    return terms;
  }

  private static double quantile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
  }

  /** Long tails are drawn in: about linear within the usual range, logarithmic outside. */
  private double bent(double value) {
    double z = 2 * (value - center) / spread;
    return Math.log(Math.abs(z) + Math.sqrt(z * z + 1)) * Math.signum(z);
  }

  private double raw(double value) {
    return switch (form) {
      case BLANK -> Double.isNaN(value) ? 1 : 0;
      case LEVEL -> value == at ? 1 : 0;
      case VALUE -> Double.isNaN(value) ? 0 : bent(value);
      case HINGE -> Double.isNaN(value) ? Math.max(0, -at) : Math.max(0, bent(value) - at);
    };
  }

  private LinearTerm standardised(Frame frame, int[] rows) {
    double sum = 0;
    double squares = 0;
    for (int row : rows) {
      double x = raw(frame.columns().get(column).values()[row]);
      sum += x;
      squares += x * x;
    }
    double average = sum / rows.length;
    double variance = Math.max(0, squares / rows.length - average * average);
    return new LinearTerm(column, form, at, center, spread, average, Math.sqrt(variance));
  }

  double of(Frame frame, int row) {
    return (raw(frame.columns().get(column).values()[row]) - mean) / deviation;
  }
}
