package io.clientele.models.churn.judge;

import io.clientele.models.churn.BoxedLogistic;
import java.util.Arrays;
import java.util.List;

/** The logistic regression of the night, on the columns of any table. */
record LinearModel(List<LinearTerm> terms, double intercept, double[] weights) implements Scorer {

  /** Rows as the regression reads them: by term, then row. */
  record Design(List<LinearTerm> terms, double[][] columns, double[] labels) {
    static Design of(Frame frame, int[] rows) {
      List<LinearTerm> terms = LinearTerm.of(frame, rows);
      double[][] columns = new double[terms.size()][];
      for (int j = 0; j < columns.length; j++) {
        LinearTerm term = terms.get(j);
        columns[j] = Arrays.stream(rows).mapToDouble(row -> term.of(frame, row)).toArray();
      }
      return new Design(terms, columns, frame.labels(rows));
    }
  }

  static LinearModel fit(Design design, double penalty) {
    double[] free = new double[design.columns.length];
    Arrays.fill(free, Double.POSITIVE_INFINITY);
    double[] lowest = Arrays.stream(free).map(high -> -high).toArray();
    BoxedLogistic.Fit fit = BoxedLogistic.fit(design.columns, design.labels, penalty, lowest, free);
    return new LinearModel(design.terms, fit.intercept(), fit.weights());
  }

  @Override
  public double logOdds(Frame frame, int row) {
    double sum = intercept;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * terms.get(j).of(frame, row);
    }
    return sum;
  }

  @Override
  public double[][] contributions(Frame frame, int[] rows) {
    double[][] byColumn = new double[rows.length][frame.columns().size()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        LinearTerm term = terms.get(j);
        byColumn[i][term.column()] += weights[j] * term.of(frame, rows[i]);
      }
    }
    return byColumn;
  }
}
