package io.clientele.models.value;

/** A log-likelihood of positive parameters. */
interface Likelihood {
  /** Rows behind it, by weight. */
  double weight();

  /** Where to begin. */
  double[] start();

  /** Smallest and largest value of each parameter that is looked at. */
  double[][] bounds();

  /** Value and derivatives in the parameters themselves. */
  Curvature at(double[] parameters);
}
