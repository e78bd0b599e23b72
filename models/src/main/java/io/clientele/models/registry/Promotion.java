package io.clientele.models.registry;

import io.clientele.models.evaluation.Evaluation;
import java.util.Locale;
import java.util.Optional;

/**
 * Champion against challenger on the newest held-out window: the challenger must rank better, or
 * rank alike (within {@value #ALIKE}) with a smaller Brier score.
 *
 * @param isPromoted whether the challenger scores from now on
 * @param reason why, in words
 */
public record Promotion(boolean isPromoted, String reason) {
  static final double ALIKE = 0.001;

  public static Promotion decide(Evaluation challenger, Optional<Evaluation> champion) {
    if (champion.isEmpty()) {
      return new Promotion(true, "the first model of the family");
    }
    Evaluation old = champion.get();
    double gain = challenger.rocAuc() - old.rocAuc();
    boolean isBetter =
        gain > ALIKE || (Math.abs(gain) <= ALIKE && challenger.brier() < old.brier());
    String figures =
        String.format(
            Locale.ROOT,
            "ROC-AUC %.4f against %.4f, Brier %.4f against %.4f on the newest held-out window",
            challenger.rocAuc(),
            old.rocAuc(),
            challenger.brier(),
            old.brier());
    return new Promotion(
        isBetter, (isBetter ? "better than the champion: " : "not better: ") + figures);
  }
}
