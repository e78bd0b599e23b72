package io.clientele.models.churn.judge;

/** A fitted model: log-odds of leaving, and what each column adds to them. */
interface Scorer {
  double logOdds(Frame frame, int row);

  /** By row, then column of the frame; together with a constant they are the log-odds. */
  double[][] contributions(Frame frame, int[] rows);

  default double[] logOdds(Frame frame, int[] rows) {
    double[] sums = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      sums[i] = logOdds(frame, rows[i]);
    }
    return sums;
  }
}
