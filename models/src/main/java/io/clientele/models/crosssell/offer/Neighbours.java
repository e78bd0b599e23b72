package io.clientele.models.crosssell.offer;

import java.io.Serializable;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Per item the items that go with it most, and how much: what is left of an item-to-item model
 * after training, small enough to be sent to every task.
 */
public final class Neighbours implements OfferModel, Serializable {
  private static final long serialVersionUID = 1L;

  private final int[][] items;
  private final float[][] weights;

  Neighbours(int[][] items, float[][] weights) {
    this.items = items;
    this.weights = weights;
  }

  /** Weight of one item for another. */
  @FunctionalInterface
  interface Weight {
    double of(int item, int neighbour);
  }

  /** The strongest positive neighbours of each item. */
  static Neighbours strongest(int size, int perItem, Weight weight) {
    int[][] items = new int[size][];
    float[][] weights = new float[size][];
    IntStream.range(0, size)
        .parallel()
        .forEach(
            item -> {
              double[] row = new double[size];
              for (int other = 0; other < size; other++) {
                row[other] = other == item ? 0 : weight.of(item, other);
              }
              items[item] = top(row, perItem);
              weights[item] = new float[items[item].length];
              for (int i = 0; i < items[item].length; i++) {
                weights[item][i] = (float) row[items[item][i]];
              }
            });
    return new Neighbours(items, weights);
  }

  int[][] items() {
    return items;
  }

  float[][] weights() {
    return weights;
  }

  private static int[] top(double[] row, int perItem) {
    return IntStream.range(0, row.length)
        .filter(other -> row[other] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(other -> -row[other])
                .thenComparing(Comparator.naturalOrder()))
        .limit(perItem)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  @Override
  public void score(int[] owned, int[] times, Scores scores) {
    for (int item : owned) {
      if (item < items.length) {
        for (int i = 0; i < items[item].length; i++) {
          scores.add(items[item][i], weights[item][i], item);
        }
      }
    }
  }
}
