package io.clientele.models.evaluation;

import java.util.List;

/**
 * How well a scorer did on one held-out window.
 *
 * @param customers customers judged
 * @param positives customers that turned out positive
 * @param rocAuc higher is better
 * @param prAuc higher is better
 * @param topDecileLift higher is better
 * @param brier lower is better; null for a score that is no probability
 * @param calibrationError lower is better; null for a score that is no probability
 */
public record Evaluation(
    long customers,
    long positives,
    double rocAuc,
    double prAuc,
    double topDecileLift,
    Double brier,
    Double calibrationError) {

  /** Of a probability. */
  public static Evaluation ofProbability(List<Tally> tallies) {
    Evaluation ranking = ofRanking(tallies);
    return new Evaluation(
        ranking.customers,
        ranking.positives,
        ranking.rocAuc,
        ranking.prAuc,
        ranking.topDecileLift,
        Brier.of(tallies),
        Calibration.expectedError(tallies));
  }

  /** Of a score that only ranks, for example days. */
  public static Evaluation ofRanking(List<Tally> tallies) {
    return new Evaluation(
        Tallies.count(tallies),
        Tallies.positives(tallies),
        RocAuc.of(tallies),
        PrAuc.of(tallies),
        LiftCurve.of(tallies).topDecileLift(),
        null,
        null);
  }
}
