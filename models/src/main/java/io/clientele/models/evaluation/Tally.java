package io.clientele.models.evaluation;

/**
 * Customers with the same score: all that measures of a scorer need, so that they can be computed
 * from an aggregate of bounded size instead of from rows.
 *
 * @param score the score, a higher one means more likely
 * @param count customers with it
 * @param positives how many of them turned out positive
 */
public record Tally(double score, long count, long positives) {
  public Tally {
    if (count <= 0 || positives < 0 || positives > count || Double.isNaN(score)) {
      throw new IllegalArgumentException(
          "Cannot tally score "
              + score
              + ": "
              + positives
              + " of "
              + count
              + " is no share; count again.");
    }
  }

  long negatives() {
    return count - positives;
  }
}
