package io.clientele.sample.truth;

/**
 * Area under the ROC curve of scores in [0, 1], in ten thousand bins, so that memory does not grow:
 * the chance that a positive has a higher score than a negative, ties half.
 */
final class RankedOutcomes {
  private static final int BINS = 10_000;

  private final long[] positives = new long[BINS + 1];
  private final long[] negatives = new long[BINS + 1];
  private long positiveCount;
  private long negativeCount;

  void add(double score, boolean isPositive) {
    int bin = (int) Math.round(score * BINS);
    if (isPositive) {
      positives[bin]++;
      positiveCount++;
    } else {
      negatives[bin]++;
      negativeCount++;
    }
  }

  long count() {
    return positiveCount + negativeCount;
  }

  double share() {
    return (double) positiveCount / count();
  }

  double auc() {
    double won = 0;
    long below = 0;
    for (int bin = 0; bin <= BINS; bin++) {
      won += positives[bin] * (below + negatives[bin] / 2.0);
      below += negatives[bin];
    }
    return won / ((double) positiveCount * negativeCount);
  }
}
