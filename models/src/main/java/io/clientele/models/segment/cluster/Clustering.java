package io.clientele.models.segment.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Points and the centres they are nearest to. Segments stand in a fixed order: the largest first,
 * equally large ones by their centres.
 *
 * @param centres by segment
 * @param labels segment of each point, from 0
 * @param inertia sum of squared distances to the own centre; smaller is better
 */
public record Clustering(double[][] centres, int[] labels, double inertia) {
  public int k() {
    return centres.length;
  }

  public int[] sizes() {
    int[] sizes = new int[centres.length];
    for (int label : labels) {
      sizes[label]++;
    }
    return sizes;
  }

  double smallestShare() {
    return Arrays.stream(sizes()).min().orElse(0) / (double) labels.length;
  }

  /** The same with the largest segment first. */
  Clustering largestFirst() {
    int[] sizes = sizes();
    int[] order =
        IntStream.range(0, k())
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(i -> -sizes[i])
                    .thenComparing(i -> centres[i], Arrays::compare))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rank = new int[k()];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    return new Clustering(
        Arrays.stream(order).mapToObj(i -> centres[i]).toArray(double[][]::new),
        Arrays.stream(labels).map(label -> rank[label]).toArray(),
        inertia);
  }
}
