package io.clientele.models.value;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Distinct purchase histories with the number of customers that have them: all that a likelihood
 * needs, however many customers there are.
 *
 * @param repeats x, purchases after the first one
 * @param lastAges t_x, time from the first to the last purchase
 * @param ages T, time from the first purchase to the end of observation
 * @param weights customers with this history
 */
public record Histories(int[] repeats, double[] lastAges, double[] ages, double[] weights) {
  public Histories {
    for (int i = 0; i < repeats.length; i++) {
      if (!(repeats[i] >= 0 && lastAges[i] >= 0 && lastAges[i] <= ages[i] && weights[i] > 0)) {
        throw new IllegalArgumentException(
            "Cannot use a history of "
                + repeats[i]
                + " repeat purchases, the last at age "
                + lastAges[i]
                + " of "
                + ages[i]
                + ": it cannot be; check frequency, recency and observed time.");
      }
    }
  }

  private record Key(int x, double last, double age) {}

  /** Counts customers, whose values stand at the same place of the three arrays. */
  public static Histories counted(int[] repeats, double[] lastAges, double[] ages) {
    Map<Key, Integer> places = new HashMap<>();
    int[] first = new int[repeats.length];
    double[] counts = new double[repeats.length];
    for (int i = 0; i < repeats.length; i++) {
      Key key = new Key(repeats[i], lastAges[i], ages[i]);
      Integer place = places.putIfAbsent(key, places.size());
      if (place == null) {
        place = places.size() - 1;
        first[place] = i;
      }
      counts[place]++;
    }
    int size = places.size();
    int[] x = Arrays.stream(first, 0, size).map(i -> repeats[i]).toArray();
    double[] last = Arrays.stream(first, 0, size).mapToDouble(i -> lastAges[i]).toArray();
    double[] age = Arrays.stream(first, 0, size).mapToDouble(i -> ages[i]).toArray();
    return new Histories(x, last, age, Arrays.copyOf(counts, size));
  }

  public int size() {
    return repeats.length;
  }

  /** Customers. */
  public double customers() {
    return Arrays.stream(weights).sum();
  }

  /** Repeat purchases of all customers. */
  public double repeatPurchases() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += weights[i] * repeats[i];
    }
    return sum;
  }

  double longestAge() {
    return Arrays.stream(ages).max().orElse(0);
  }

  double meanAge() {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += weights[i] * ages[i];
    }
    return sum / customers();
  }
}
