package io.clientele.models.crosssell.mining;

import java.io.Serializable;

/**
 * What to look for.
 *
 * @param minCount baskets that must hold a set
 * @param maxLength items in a set at most
 * @param maxSets sets at most; more of them end the search
 * @param withSizes whether the sizes of the baskets of each set are told, for the size-aware test
 */
public record MiningOptions(int minCount, int maxLength, int maxSets, boolean withSizes)
    implements Serializable {
  /** No limit of length. */
  public static final int ANY_LENGTH = 64;

  private static final int MAX_SETS = 3_000_000;

  public MiningOptions {
    if (minCount < 1 || maxLength < 1 || maxLength > ANY_LENGTH || maxSets < 1) {
      throw new IllegalArgumentException(
          "Cannot mine with min_count "
              + minCount
              + ", max_length "
              + maxLength
              + ", max_sets "
              + maxSets
              + ": each must be at least 1, the length at most "
              + ANY_LENGTH
              + "; correct them.");
    }
  }

  public static MiningOptions ofCount(int minCount) {
    return new MiningOptions(minCount, ANY_LENGTH, MAX_SETS, false);
  }

  /** The count that a minimum support means: a share below 1, else a count. */
  public static int count(double support, long baskets) {
    double count = support < 1 ? support * baskets : support;
    return Math.toIntExact(Math.max(1, (long) Math.ceil(count - 1e-9)));
  }

  public MiningOptions longest(int items) {
    return new MiningOptions(minCount, items, maxSets, withSizes);
  }

  public MiningOptions telling(boolean sizes) {
    return new MiningOptions(minCount, maxLength, maxSets, sizes);
  }

  public MiningOptions atMost(int sets) {
    return new MiningOptions(minCount, maxLength, sets, withSizes);
  }
}
