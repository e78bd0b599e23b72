package io.clientele.models.crosssell.mining;

import java.util.Arrays;

/**
 * How many baskets of each size.
 *
 * @param sizes sizes, each once, ascending
 * @param counts baskets of each
 */
public record SizeCounts(int[] sizes, int[] counts) {

  /** Those of baskets with at most so many items. */
  public SizeCounts upTo(int size) {
    int kept = 0;
    while (kept < sizes.length && sizes[kept] <= size) {
      kept++;
    }
    return kept == sizes.length
        ? this
        : new SizeCounts(Arrays.copyOf(sizes, kept), Arrays.copyOf(counts, kept));
  }

  /** All baskets. */
  public int total() {
    return Arrays.stream(counts).sum();
  }
}
