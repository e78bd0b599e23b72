package io.clientele.models.segment;

import io.clientele.models.segment.cluster.Silhouette;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The plain rule beside clustered segments: how far apart the named RFM cells lie. */
final class RfmBaseline {
  private static final int MOST_ROWS = 5_000;

  private RfmBaseline() {}

  /**
   * Mean silhouette of the RFM segments among the points.
   *
   * @param raws days since the last purchase, purchases, spend
   * @param points the same customers, scaled
   */
  static double silhouette(double[][] raws, double[][] points) {
    int rows = Math.min(raws.length, MOST_ROWS);
    double[][] cuts = IntStream.range(0, 3).mapToObj(j -> cuts(raws, j)).toArray(double[][]::new);
    List<String> names = RfmSegments.names();
    int[] labels =
        IntStream.range(0, rows)
            .map(
                i ->
                    names.indexOf(
                        RfmSegments.nameOf(
                            6 - fifth(raws[i][0], cuts[0]),
                            fifth(raws[i][1], cuts[1]),
                            fifth(raws[i][2], cuts[2]))))
            .toArray();
    return Silhouette.mean(Arrays.copyOf(points, rows), labels, names.size());
  }

  /** Quantiles with interpolation between neighbours, as {@link SegmentCuts}. */
  private static double[] cuts(double[][] raws, int feature) {
    double[] sorted = Arrays.stream(raws).mapToDouble(raw -> raw[feature]).sorted().toArray();
    return IntStream.rangeClosed(1, 4)
        .mapToDouble(
            i -> {
              double position = (sorted.length - 1) * i / 5.0;
              int below = (int) position;
              int above = Math.min(sorted.length - 1, below + 1);
              return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
            })
        .toArray();
  }

  private static int fifth(double value, double[] cuts) {
    return 1 + (int) Arrays.stream(cuts).filter(cut -> value > cut).count();
  }
}
