package io.clientele.models.value;

import io.clientele.models.registry.Grade;
import io.clientele.models.registry.Provenance;
import java.util.Map;

/**
 * What is to be known of a value model before it is believed. Dates are ISO texts.
 *
 * @param asOf as-of date of the training
 * @param firstPurchase first business date seen
 * @param heldOutFrom candidates saw nothing from this date on; they were judged until the as-of
 *     date
 * @param customers customers fitted on
 * @param heldOutCustomers customers judged
 * @param champion purchase model with the smallest error
 * @param errors mean absolute error of purchases of each candidate on the held-out window
 * @param baselineError that of the plain rule x / T
 * @param sumRatio purchases that the champion foretold / that came
 * @param grade relative to the plain rule
 * @param degenerate what showed no drop-out
 * @param parameters of the champion fitted on everybody up to the as-of date, times in weeks
 * @param standardErrors of these
 * @param leaks held-out customers left out because their features knew something later
 * @param replaced version before; null = there was none
 */
public record ValueCard(
    String family,
    String version,
    String asOf,
    String firstPurchase,
    String heldOutFrom,
    long customers,
    long heldOutCustomers,
    String champion,
    Map<String, Double> errors,
    double baselineError,
    double sumRatio,
    Grade grade,
    boolean degenerate,
    Map<String, Double> parameters,
    Map<String, Double> standardErrors,
    long leaks,
    String replaced,
    Provenance provenance) {
  private static final double CLEARLY = 0.9;
  private static final double A_LITTLE = 0.98;

  /** A: an error smaller by a tenth and more than the plain rule's; B: by 2 %; C: not. */
  static Grade grade(double error, double baseline) {
    if (error <= CLEARLY * baseline) {
      return Grade.A;
    }
    return error <= A_LITTLE * baseline ? Grade.B : Grade.C;
  }

  public double error() {
    return errors.get(champion);
  }
}
