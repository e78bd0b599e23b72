package io.clientele.models.registry;

import io.clientele.models.evaluation.Evaluation;
import io.clientele.models.evaluation.LiftCurve;
import java.util.List;
import java.util.Map;

/**
 * What is to be known of a model before it is believed. Dates are ISO texts.
 *
 * @param family model family
 * @param version version of the model
 * @param asOf as-of date of the training
 * @param window data it was made from
 * @param settings settings by name
 * @param provenance what the training needs to be repeated
 * @param model measures on the held-out window
 * @param baseline the plain rule beside it, on the same window
 * @param grade A, B or C relative to the baseline
 * @param replaced predecessor and why it was replaced, or why not
 * @param backtest predicted and realised on the held-out window, by tenths
 * @param reference distribution of inputs and score on the day of the training, for drift
 */
public record ModelCard(
    String family,
    String version,
    String asOf,
    Window window,
    Map<String, String> settings,
    Provenance provenance,
    Evaluation model,
    Baseline baseline,
    Grade grade,
    Replaced replaced,
    List<LiftCurve.Tenth> backtest,
    List<Distribution> reference) {

  /**
   * The data behind a model.
   *
   * @param firstPurchase first business date seen
   * @param trainingCutOffs dates of the training rows
   * @param heldOutCutOff date of the held-out window
   * @param trainingRows rows trained on
   * @param trainingPositives how many of them left
   * @param heldOutRows rows judged
   * @param heldOutPositives how many of them left
   */
  public record Window(
      String firstPurchase,
      List<String> trainingCutOffs,
      String heldOutCutOff,
      long trainingRows,
      long trainingPositives,
      long heldOutRows,
      long heldOutPositives) {}

  /**
   * The plain rule.
   *
   * @param name the rule in words
   * @param days its days, chosen on training rows
   * @param ranking customers ranked by days without a purchase
   * @param ruleRocAuc ROC-AUC of the yes-or-no rule
   */
  public record Baseline(String name, int days, Evaluation ranking, double ruleRocAuc) {}

  /**
   * The champion before.
   *
   * @param predecessor version; null = there was none
   * @param predecessorModel its measures on the same window; null = there was none
   * @param reason why it was replaced or kept
   */
  public record Replaced(String predecessor, Evaluation predecessorModel, String reason) {}

  /**
   * Shares of customers between edges.
   *
   * @param name input, or {@code score}
   * @param edges inner edges, ascending
   * @param shares share of customers in each part, one more than edges
   */
  public record Distribution(String name, double[] edges, double[] shares) {}
}
