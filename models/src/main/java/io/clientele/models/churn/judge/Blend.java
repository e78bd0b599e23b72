package io.clientele.models.churn.judge;

/** The mean of two models' log-odds. */
record Blend(Scorer one, Scorer other) implements Scorer {
  @Override
  public double logOdds(Frame frame, int row) {
    return (one.logOdds(frame, row) + other.logOdds(frame, row)) / 2;
  }

  @Override
  public double[][] contributions(Frame frame, int[] rows) {
    double[][] sums = one.contributions(frame, rows);
    double[][] more = other.contributions(frame, rows);
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums[i].length; j++) {
        sums[i][j] = (sums[i][j] + more[i][j]) / 2;
      }
    }
    return sums;
  }
}
