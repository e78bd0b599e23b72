package io.clientele.models.crosssell.rule;

import io.clientele.models.crosssell.basket.BasketTally;
import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.mining.SizeCounts;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Chance of an item being in a basket when only item frequencies and basket sizes are known: the
 * distribution of greatest entropy with these margins (Squartini and Garlaschelli 2011, bipartite).
 *
 * <p>p(i, s) = x_i y_s / (1 + x_i y_s), with sum over baskets p = frequency of i and sum over items
 * p = s. Items of equal frequency and baskets of equal size share a value, so the fit costs
 * distinct frequencies by distinct sizes, however many baskets there are.
 */
public final class MarginModel implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MAX_ROUNDS = 3000;
  private static final double TOLERANCE = 1e-7;

  private final int[] indexOfSize;
  private final double[] y;
  private final double[] xOfItem;

  private MarginModel(int[] sizes, double[] y, double[] xOfItem) {
    this.y = y;
    this.xOfItem = xOfItem;
    this.indexOfSize = new int[sizes.length == 0 ? 1 : sizes[sizes.length - 1] + 1];
    for (int s = 0; s < sizes.length; s++) {
      indexOfSize[sizes[s]] = s;
    }
  }

  /** Fits the margins by fixed-point iteration. */
  public static MarginModel fit(BasketTally tally) {
    Margins rows = Margins.of(tally.itemCounts());
    Margins columns =
        new Margins(
            tally.basketsBySize().keySet().stream().mapToInt(Integer::intValue).toArray(),
            tally.basketsBySize().values().stream().mapToInt(Integer::intValue).toArray());
    double total = Math.sqrt(Math.max(1, rows.sum()));
    double[] x = Arrays.stream(rows.values()).mapToDouble(d -> d / total).toArray();
    double[] y = Arrays.stream(columns.values()).mapToDouble(s -> s / total).toArray();
    double change = 1;
    for (int round = 0; round < MAX_ROUNDS && change > TOLERANCE; round++) {
      change = update(x, rows, y, columns);
      change = Math.max(change, update(y, columns, x, rows));
    }
    double[] xOfItem =
        Arrays.stream(tally.itemCounts())
            .mapToDouble(d -> d == 0 ? 0 : x[Arrays.binarySearch(rows.values(), d)])
            .toArray();
    return new MarginModel(columns.values(), y, xOfItem);
  }

  private static double update(double[] own, Margins mine, double[] other, Margins theirs) {
    double change = 0;
    for (int i = 0; i < own.length; i++) {
      double sum = 0;
      for (int j = 0; j < other.length; j++) {
        sum += theirs.counts()[j] * other[j] / (1 + own[i] * other[j]);
      }
      double next = mine.values()[i] / sum;
      change = Math.max(change, Math.abs(next - own[i]) / next);
      own[i] = next;
    }
    return change;
  }

  /** Chance of the item in a basket of a size that occurs. */
  public double chance(int item, int size) {
    double odds = xOfItem[item] * y[indexOfSize[size]];
    return odds / (1 + odds);
  }

  /** Baskets expected to hold the consequent among those of an antecedent, by their sizes. */
  public double expected(ItemSet antecedent, int consequent, SizeCounts basketsOfAntecedent) {
    double sum = 0;
    for (int i = 0; i < basketsOfAntecedent.sizes().length; i++) {
      sum +=
          basketsOfAntecedent.counts()[i]
              * chance(antecedent, consequent, basketsOfAntecedent.sizes()[i]);
    }
    return sum;
  }

  /**
   * Chance of the consequent in a basket of a size that holds the antecedent: the antecedent has
   * taken its places, the others are shared out among all other items.
   */
  public double chance(ItemSet antecedent, int consequent, int size) {
    double taken = 0;
    for (int a = 0; a < antecedent.size(); a++) {
      taken += chance(antecedent.item(a), size);
    }
    double left = (size - antecedent.size()) / Math.max(size - taken, 1e-9);
    return Math.min(1, chance(consequent, size) * left);
  }

  /** Distinct values of a margin and how often each occurs; zeros are left out. */
  private record Margins(int[] values, int[] counts) {
    static Margins of(int[] all) {
      int[] values = Arrays.stream(all).filter(d -> d > 0).sorted().distinct().toArray();
      int[] counts = new int[values.length];
      Arrays.stream(all).filter(d -> d > 0).forEach(d -> counts[Arrays.binarySearch(values, d)]++);
      return new Margins(values, counts);
    }

    double sum() {
      return IntStream.range(0, values.length)
          .mapToDouble(i -> (double) values[i] * counts[i])
          .sum();
    }
  }
}
