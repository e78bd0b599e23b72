package io.clientele.models.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Two scorers on the same rows: how far their areas under the ROC curve lie apart when customers,
 * with all their rows, are drawn again and again (Efron and Tibshirani 1993, chapter 13).
 *
 * @param difference area of the first less that of the second
 * @param low 2.5th percentile of the draws
 * @param high 97.5th percentile of the draws
 * @param pValue two-sided: twice the share of draws on the rarer side of zero
 */
public record PairedBootstrap(double difference, double low, double high, double pValue) {
  private static final int DRAWS = 1000;

  /** A scorer whose rows are sorted once for all draws. */
  private record Ranked(double[] scores, double[] labels, int[] groups, int[] order) {
    static Ranked of(double[] scores, double[] labels, int[] groups) {
      int[] order =
          IntStream.range(0, scores.length)
              .boxed()
              .sorted((a, b) -> Double.compare(scores[a], scores[b]))
              .mapToInt(Integer::intValue)
              .toArray();
      return new Ranked(scores, labels, groups, order);
    }

    /** Area when each group counts as often as its weight says. */
    double area(int[] weights) {
      double below = 0;
      double positives = 0;
      double area = 0;
      for (int from = 0; from < order.length; ) {
        double tiedPositives = 0;
        double tiedNegatives = 0;
        int to = from;
        for (; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
          int weight = weights[groups[order[to]]];
          tiedPositives += weight * labels[order[to]];
          tiedNegatives += weight * (1 - labels[order[to]]);
        }
        area += tiedPositives * (below + tiedNegatives / 2);
        below += tiedNegatives;
        positives += tiedPositives;
        from = to;
      }
      return area / (positives * below);
    }
  }

  /**
   * Compares.
   *
   * @param labels 0 or 1
   * @param groups customer of each row, 0 to customers - 1
   */
  public static PairedBootstrap of(
      double[] first, double[] second, double[] labels, int[] groups, long seed) {
    int customers = Arrays.stream(groups).max().orElse(-1) + 1;
    Ranked one = Ranked.of(first, labels, groups);
    Ranked other = Ranked.of(second, labels, groups);
    int[] once = new int[customers];
    Arrays.fill(once, 1);
    Random random = new Random(seed);
    double[] differences = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] weights = new int[customers];
      for (int i = 0; i < customers; i++) {
        weights[random.nextInt(customers)]++;
      }
      differences[draw] = one.area(weights) - other.area(weights);
    }
    Arrays.sort(differences);
    long notAbove = Arrays.stream(differences).filter(each -> each <= 0).count();
    long notBelow = Arrays.stream(differences).filter(each -> each >= 0).count();
    return new PairedBootstrap(
        one.area(once) - other.area(once),
        differences[(int) (0.025 * DRAWS)],
        differences[(int) (0.975 * DRAWS) - 1],
        Math.min(1, 2.0 * (Math.min(notAbove, notBelow) + 1) / (DRAWS + 1)));
  }
}
