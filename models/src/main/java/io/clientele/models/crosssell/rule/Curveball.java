package io.clientele.models.crosssell.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Shuffles baskets so that every item stays in as many baskets, and every basket keeps its size:
 * what is left is chance (swap randomisation; the fast form of Strona et al., Nature Communications
 * 5, 2014: two baskets trade the items that only one of them has).
 */
public final class Curveball {
  private Curveball() {}

  /**
   * Shuffled copies of the baskets. Baskets are drawn for a trade by their size (sizes do not
   * change, so every arrangement stays equally likely): drawn alike, huge baskets would hardly mix.
   *
   * @param baskets ascending item numbers, each once
   * @param tradesPerItem trades for each item of a basket on average; 2 or more forget the original
   */
  public static List<int[]> shuffle(List<int[]> baskets, int tradesPerItem, long seed) {
    List<int[]> shuffled = new ArrayList<>(baskets.stream().map(int[]::clone).toList());
    int[] basketOfEntry = new int[shuffled.stream().mapToInt(basket -> basket.length).sum()];
    int entry = 0;
    for (int basket = 0; basket < shuffled.size(); basket++) {
      Arrays.fill(basketOfEntry, entry, entry + shuffled.get(basket).length, basket);
      entry += shuffled.get(basket).length;
    }
    SplittableRandom random = new SplittableRandom(seed);
    long trades = (long) basketOfEntry.length * tradesPerItem / 2;
    for (long i = 0; i < trades; i++) {
      trade(
          shuffled.get(basketOfEntry[random.nextInt(basketOfEntry.length)]),
          shuffled.get(basketOfEntry[random.nextInt(basketOfEntry.length)]),
          random);
    }
    return shuffled;
  }

  /** Both keep what they share; what only one has is dealt anew, in one pass over both in order. */
  private static void trade(int[] first, int[] second, SplittableRandom random) {
    if (first == second) {
      return;
    }
    int common = common(first, second);
    int[] newFirst = new int[first.length];
    int[] newSecond = new int[second.length];
    int open = first.length - common;
    int single = open + second.length - common;
    int a = 0;
    int b = 0;
    for (int i = 0, j = 0; i < first.length || j < second.length; ) {
      if (i < first.length && j < second.length && first[i] == second[j]) {
        newFirst[a++] = first[i++];
        newSecond[b++] = second[j++];
        continue;
      }
      boolean isFirsts = j == second.length || (i < first.length && first[i] < second[j]);
      int item = isFirsts ? first[i++] : second[j++];
      if (random.nextInt(single--) < open) {
        newFirst[a++] = item;
        open--;
      } else {
        newSecond[b++] = item;
      }
    }
    System.arraycopy(newFirst, 0, first, 0, a);
    System.arraycopy(newSecond, 0, second, 0, b);
  }

  private static int common(int[] first, int[] second) {
    int common = 0;
    for (int i = 0, j = 0; i < first.length && j < second.length; ) {
      int order = Integer.compare(first[i], second[j]);
      common += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return common;
  }
}
