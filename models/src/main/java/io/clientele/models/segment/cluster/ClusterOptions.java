package io.clientele.models.segment.cluster;

/**
 * What a number of segments must fulfil.
 *
 * @param leastK fewest segments tried
 * @param mostK most segments tried
 * @param starts starts of k-means++ of which the best fit is kept
 * @param bootstraps resamples by which stability is judged
 * @param leastJaccard mean bootstrap Jaccard over the segments, below which a k is refused (Hennig
 *     2007: .85 is highly stable)
 * @param leastEach the same of every single segment (Hennig: .75 is a valid, stable cluster)
 * @param leastShare share of the smallest segment, below which a k is refused
 */
public record ClusterOptions(
    int leastK,
    int mostK,
    int starts,
    int bootstraps,
    double leastJaccard,
    double leastEach,
    double leastShare) {
  /** Rows that are brought to the driver at most, drawn by hash; smaller tables come whole. */
  public static final int MOST_ROWS = 50_000;

  /** Rows that stability and silhouette are computed on at most: they are quadratic or repeated. */
  static final int JUDGED_ROWS = 5_000;

  public static ClusterOptions defaults() {
    return new ClusterOptions(2, 8, 30, 20, 0.90, 0.75, 0.05);
  }
}
