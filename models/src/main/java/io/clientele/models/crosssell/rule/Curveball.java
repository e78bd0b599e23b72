package io.clientele.models.crosssell.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Shuffles baskets so that every item stays in as many baskets, and every basket keeps its size:
 * what is left is chance (swap randomisation; the fast form of Strona et al., Nature Communications
 * 5, 2014: two baskets trade the items that only one of them has).
 */
public final class Curveball {
  private Curveball() {}

  /**
   * Shuffled copies of the baskets.
   *
   * @param baskets ascending item numbers, each once
   * @param tradesPerBasket trades for each basket on average; 5 or more forget the original
   */
  public static List<int[]> shuffle(List<int[]> baskets, int tradesPerBasket, long seed) {
    List<int[]> shuffled = new ArrayList<>(baskets.stream().map(int[]::clone).toList());
    Random random = new Random(seed);
    long trades = (long) shuffled.size() * tradesPerBasket / 2;
    for (long i = 0; i < trades; i++) {
      trade(
          shuffled.get(random.nextInt(shuffled.size())),
          shuffled.get(random.nextInt(shuffled.size())),
          random);
    }
    return shuffled;
  }

  private static void trade(int[] first, int[] second, Random random) {
    if (first == second) {
      return;
    }
    int[] common = new int[Math.min(first.length, second.length)];
    int[] single = new int[first.length + second.length];
    int commonSize = 0;
    int singleSize = 0;
    for (int i = 0, j = 0; i < first.length || j < second.length; ) {
      if (i < first.length && j < second.length && first[i] == second[j]) {
        common[commonSize++] = first[i++];
        j++;
      } else if (j == second.length || (i < first.length && first[i] < second[j])) {
        single[singleSize++] = first[i++];
      } else {
        single[singleSize++] = second[j++];
      }
    }
    int ownsFirst = first.length - commonSize;
    for (int i = 0; i < ownsFirst; i++) {
      int other = i + random.nextInt(singleSize - i);
      int kept = single[other];
      single[other] = single[i];
      single[i] = kept;
    }
    deal(first, common, commonSize, single, 0);
    deal(second, common, commonSize, single, ownsFirst);
  }

  private static void deal(int[] basket, int[] common, int commonSize, int[] single, int from) {
    System.arraycopy(common, 0, basket, 0, commonSize);
    System.arraycopy(single, from, basket, commonSize, basket.length - commonSize);
    Arrays.sort(basket);
  }
}
