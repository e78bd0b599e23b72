package io.clientele.models.value;

import java.io.Serializable;

/**
 * What a fitted model says of a customer with x repeat purchases, the last at age t_x, observed
 * until age T. Times have the unit of the fit.
 */
public interface PurchaseModel extends Serializable {
  /** Log-likelihood of the history. */
  double logLikelihood(int x, double lastAge, double age);

  /** Probability that the customer still buys, 0 to 1. It is no churn score: see the horizon. */
  double alive(int x, double lastAge, double age);

  /** Expected purchases in the next time. */
  double expectedPurchases(int x, double lastAge, double age, double horizon);

  /** Probability of no purchase in the next time, 0 to 1. */
  double noPurchase(int x, double lastAge, double age, double horizon);

  /** Expected repeat purchases of a new customer in the first time. */
  default double expectedOfNew(double time) {
    return expectedPurchases(0, 0, 0, time);
  }

  /**
   * Time by which half of the customers with this history who still buy have bought again: alpha +
   * T and r + x are the parameters of their gamma rates.
   */
  double medianWait(int x, double age);
}
