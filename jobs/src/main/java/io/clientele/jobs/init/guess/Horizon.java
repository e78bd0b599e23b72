package io.clientele.jobs.init.guess;

import java.util.List;

/**
 * After how many days without a purchase a customer counts as lost, from the gaps between purchase
 * days of the same customer.
 *
 * @param days the horizon
 * @param evidence why
 */
public record Horizon(int days, String evidence) {
  private static final int[] USUAL = {30, 60, 90, 120, 180, 270, 365};
  private static final int FEWEST_GAPS = 200;

  /**
   * The smallest usual horizon within which 80 % of the customers who came back did so, and which
   * fits into the data four times.
   *
   * @param gaps ascending
   * @param spanDays days from the first to the last order
   */
  static Horizon of(List<Integer> gaps, long spanDays) {
    if (gaps.size() < FEWEST_GAPS) {
      return new Horizon(
          90, "a usual horizon; too few customers came back to tell more (" + gaps.size() + ")");
    }
    int four = quantile(gaps, 0.8);
    int chosen = USUAL[0];
    for (int days : USUAL) {
      if (chosen < four && days <= Math.max(30, spanDays / 4)) {
        chosen = days;
      }
    }
    String evidence =
        "of the customers who came back half did so within "
            + quantile(gaps, 0.5)
            + " days, 80 % within "
            + four
            + ", 90 % within "
            + quantile(gaps, 0.9)
            + ": the next usual horizon"
            + (chosen < four ? " that fits into the data four times" : "");
    return new Horizon(chosen, evidence);
  }

  private static int quantile(List<Integer> sorted, double share) {
    return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * (sorted.size() - 1))));
  }
}
