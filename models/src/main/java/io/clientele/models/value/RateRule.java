package io.clientele.models.value;

/** The plain rules beside the models: who bought goes on at the same rate and spend. */
final class RateRule {
  static final String NAME = "rate_rule";

  private RateRule() {}

  /** x / T x horizon. */
  static double[] purchases(CustomerSummaries customers, double horizon) {
    return customers.of((x, last, age) -> age > 0 ? x / age * horizon : 0);
  }

  /** Spend so far / time so far x horizon; the first day counts as one. */
  static double[] spend(CustomerSummaries customers, double horizon, double dayLength) {
    double[] spend = new double[customers.size()];
    for (int i = 0; i < spend.length; i++) {
      spend[i] = customers.spends()[i] / (customers.ages()[i] + dayLength) * horizon;
    }
    return spend;
  }

  /** 1 when a customer is silent for longer than ever between purchases; always with one. */
  static double[] longestGap(CustomerSummaries customers) {
    double[] gone = new double[customers.size()];
    for (int i = 0; i < gone.length; i++) {
      double silent = customers.ages()[i] - customers.lastAges()[i];
      gone[i] = silent > customers.longestGaps()[i] ? 1 : 0;
    }
    return gone;
  }
}
