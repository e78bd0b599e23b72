package io.clientele.models.crosssell.judge;

import io.clientele.models.crosssell.mining.MiningOptions;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What to look for in a file of baskets.
 *
 * @param minSupport share of baskets below 1, else a count
 * @param minConfidence share of the antecedent's baskets that must hold the consequent, 0–1
 * @param maxLength items of a rule at most
 * @param soundOnly whether only rules that the tests keep are listed
 * @param split first day of the held-out time for offers; empty = the last tenth of time
 */
public record CrossSellOptions(
    double minSupport,
    double minConfidence,
    int maxLength,
    boolean soundOnly,
    Optional<LocalDate> split) {
  public CrossSellOptions {
    if (!(minSupport > 0)) {
      throw new IllegalArgumentException(
          "Cannot mine with a support of "
              + minSupport
              + ": it must be above 0; 0.01 is one basket in a hundred, 20 is 20 baskets.");
    }
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException(
          "Cannot mine with a confidence of "
              + minConfidence
              + ": it must lie between 0 and 1; correct --min-confidence.");
    }
    if (maxLength < 2 || maxLength > MiningOptions.ANY_LENGTH) {
      throw new IllegalArgumentException(
          "Cannot mine sets of at most "
              + maxLength
              + " items: it must lie between 2 and "
              + MiningOptions.ANY_LENGTH
              + "; correct --max-length.");
    }
  }
}
