package io.clientele.models.churn.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A condition on one column that a reader understands at once.
 *
 * @param column place in the frame
 * @param sign what is compared
 * @param value level or border
 */
record Literal(int column, Sign sign, double value) {
  private static final double[] BORDERS = {0.1, 0.25, 0.5, 0.75, 0.9};
  private static final int LEAST_ROWS = 30;

  /** What is compared. */
  enum Sign {
    IS,
    BELOW,
    FROM,
    BLANK
  }

  /** Conditions that enough of the rows meet, and enough do not. */
  static List<Literal> of(Frame frame, int[] rows) {
    List<Literal> literals = new ArrayList<>();
    for (int c = 0; c < frame.columns().size(); c++) {
      InputColumn column = frame.columns().get(c);
      literals.add(new Literal(c, Sign.BLANK, Double.NaN));
      if (column.isCategory()) {
        for (int level : Levels.frequent(column, rows)) {
          literals.add(new Literal(c, Sign.IS, level));
        }
      } else {
        for (double border : borders(column, rows)) {
          literals.add(new Literal(c, Sign.BELOW, border));
          literals.add(new Literal(c, Sign.FROM, border));
        }
      }
    }
    return literals.stream()
        .filter(
            literal -> {
              int met = literal.met(frame, rows).cardinality();
              return met >= LEAST_ROWS && rows.length - met >= LEAST_ROWS;
            })
        .toList();
  }

  private static double[] borders(InputColumn column, int[] rows) {
    double[] sorted =
        Arrays.stream(rows)
            .mapToDouble(row -> column.values()[row])
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    return sorted.length == 0
        ? new double[0]
        : Arrays.stream(BORDERS)
            .map(share -> readable(sorted[(int) (share * (sorted.length - 1))]))
            .distinct()
            .toArray();
  }

  /** To three figures: a border is chosen for readers. */
  private static double readable(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? value
        : new java.math.BigDecimal(value).round(new java.math.MathContext(3)).doubleValue();
  }

  /** Which of the rows meet it, by their place. */
  BitSet met(Frame frame, int[] rows) {
    double[] values = frame.columns().get(column).values();
    BitSet met = new BitSet(rows.length);
    for (int i = 0; i < rows.length; i++) {
      met.set(i, isMet(values[rows[i]]));
    }
    return met;
  }

  private boolean isMet(double cell) {
    return switch (sign) {
      case IS -> cell == value;
      case BELOW -> cell < value;
      case FROM -> cell >= value;
      case BLANK -> Double.isNaN(cell);
    };
  }

  String text(Frame frame) {
    InputColumn of = frame.columns().get(column);
    return switch (sign) {
      case IS -> of.name() + " = " + of.text(value);
      case BELOW -> of.name() + " < " + of.text(value);
      case FROM -> of.name() + " >= " + of.text(value);
      case BLANK -> of.name() + " is blank";
    };
  }
}
