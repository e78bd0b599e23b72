package io.clientele.models.segment.cluster;

import java.util.Locale;
import java.util.Optional;

/**
 * A number of segments with what speaks for and against it.
 *
 * @param fit the segments
 * @param silhouette mean silhouette, -1 to 1, higher is better
 * @param stability what bootstrap samples find again
 * @param refusal why these segments are not used; empty = they may be
 */
public record Candidate(
    Clustering fit, double silhouette, Stability stability, Optional<String> refusal) {
  static Candidate judged(
      Clustering fit, double silhouette, Stability stability, ClusterOptions options) {
    return new Candidate(fit, silhouette, stability, refusal(fit, stability, options));
  }

  public int k() {
    return fit.k();
  }

  private static Optional<String> refusal(
      Clustering fit, Stability stability, ClusterOptions options) {
    if (fit.smallestShare() < options.leastShare()) {
      return Optional.of(
          said(
              "its smallest segment holds %.1f %% of the rows, %.0f %% are needed",
              100 * fit.smallestShare(), 100 * options.leastShare()));
    }
    if (!(stability.mean() >= options.leastJaccard())) {
      return Optional.of(
          said("bootstrap Jaccard %.2f, %.2f is needed", stability.mean(), options.leastJaccard()));
    }
    return stability.least() >= options.leastEach()
        ? Optional.empty()
        : Optional.of(
            said(
                "bootstrap Jaccard of one segment %.2f, %.2f is needed",
                stability.least(), options.leastEach()));
  }

  private static String said(String words, Object... values) {
    return String.format(Locale.ROOT, words, values);
  }
}
