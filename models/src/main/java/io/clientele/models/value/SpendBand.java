package io.clientele.models.value;

import io.clientele.models.registry.Decimals;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Between which amounts customers spend who are foretold alike: what a held-out time showed, by ten
 * groups of rising prediction. No distribution is assumed. The expectation may lie outside: where
 * few spend much and most nothing, it does.
 *
 * @param parts from the smallest predictions to the largest
 */
public record SpendBand(List<Part> parts) implements Serializable {
  private static final int GROUPS = 10;
  private static final double TAIL = 0.1;

  /**
   * A group of predictions.
   *
   * @param upTo largest prediction of the group
   * @param low what a tenth of the group did not reach, as a multiple of the mean prediction
   * @param high what a tenth of the group exceeded, likewise
   */
  public record Part(double upTo, double low, double high) implements Serializable {}

  /** Learns from predictions and what came, at the same places. */
  static SpendBand of(double[] predicted, double[] actual) {
    Integer[] order = new Integer[predicted.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.<Integer>comparingDouble(i -> predicted[i]).thenComparingDouble(i -> actual[i]));
    List<Part> parts = new ArrayList<>();
    for (int group = 0; group < GROUPS && order.length >= GROUPS; group++) {
      int from = (int) ((long) order.length * group / GROUPS);
      int to = (int) ((long) order.length * (group + 1) / GROUPS);
      double[] came = new double[to - from];
      double mean = 0;
      for (int i = from; i < to; i++) {
        came[i - from] = actual[order[i]];
        mean += predicted[order[i]] / came.length;
      }
      Arrays.sort(came);
      parts.add(
          new Part(
              Decimals.six(predicted[order[to - 1]]),
              multiple(quantile(came, TAIL), mean),
              multiple(quantile(came, 1 - TAIL), mean)));
    }
    return new SpendBand(parts);
  }

  private static double multiple(double amount, double mean) {
    return mean > 0 ? Decimals.six(amount / mean) : 0;
  }

  /** By linear interpolation between the places. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** Lower end for a prediction; null when nothing was learnt. */
  Double low(double prediction) {
    return parts.isEmpty() ? null : Double.valueOf(prediction * part(prediction).low());
  }

  /** Upper end for a prediction; null when nothing was learnt. */
  Double high(double prediction) {
    return parts.isEmpty() ? null : Double.valueOf(prediction * part(prediction).high());
  }

  private Part part(double prediction) {
    return parts.stream()
        .filter(part -> prediction <= part.upTo())
        .findFirst()
        .orElse(parts.get(parts.size() - 1));
  }
}
