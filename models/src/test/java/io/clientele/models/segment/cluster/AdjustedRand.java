package io.clientele.models.segment.cluster;

import java.util.Arrays;

/**
 * Agreement of two partitions beyond chance: 1 = the same, 0 = chance.
 *
 * <p>Reference: Hubert and Arabie, Journal of Classification 2 (1985) 193.
 */
final class AdjustedRand {
  private AdjustedRand() {}

  static double of(int[] left, int[] right) {
    int k = 1 + Math.max(Arrays.stream(left).max().orElse(0), Arrays.stream(right).max().orElse(0));
    long[][] table = new long[k][k];
    long[] rows = new long[k];
    long[] columns = new long[k];
    for (int i = 0; i < left.length; i++) {
      table[left[i]][right[i]]++;
      rows[left[i]]++;
      columns[right[i]]++;
    }
    double together = Arrays.stream(table).mapToDouble(AdjustedRand::pairs).sum();
    double expected = pairs(rows) * pairs(columns) / pairs(new long[] {left.length});
    double most = (pairs(rows) + pairs(columns)) / 2;
    return (together - expected) / (most - expected);
  }

  private static double pairs(long[] counts) {
    return Arrays.stream(counts).mapToDouble(n -> n * (n - 1) / 2.0).sum();
  }
}
