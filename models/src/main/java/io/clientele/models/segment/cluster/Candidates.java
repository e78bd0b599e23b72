package io.clientele.models.segment.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Fits and judges numbers of segments. Chosen is the largest that is stable in all its segments and
 * has none that is too small: silhouette alone likes two, because it only asks how far apart they
 * lie.
 */
public final class Candidates {
  private final double[][] points;
  private final int[] judged;
  private final ClusterOptions options;
  private final long seed;

  /**
   * @param points at most {@link ClusterOptions#MOST_ROWS}
   */
  public Candidates(double[][] points, ClusterOptions options, long seed) {
    this.points = points;
    this.options = options;
    this.seed = seed;
    this.judged = judged(points.length, seed);
  }

  /** Every wanted number of segments that there are points enough for. */
  public List<Candidate> all() {
    int distinct = (int) Arrays.stream(points).map(Arrays::hashCode).distinct().count();
    List<Candidate> candidates = new ArrayList<>();
    for (int k = options.leastK(); k <= Math.min(options.mostK(), distinct); k++) {
      candidates.add(of(k));
    }
    return candidates;
  }

  /** So many segments, each number drawn by itself: the others do not change it. */
  public Candidate of(int k) {
    return judged(new KMeans(points).best(k, options.starts(), random(k, 1)));
  }

  /** Segments that start from these centres and keep their order. */
  public Candidate from(double[][] centres) {
    return judged(new KMeans(points).from(centres));
  }

  /** Segments with exactly these centres. */
  Candidate asItIs(double[][] centres) {
    return judged(new KMeans(points).around(centres));
  }

  /** The largest number of segments that is not refused. */
  public static Optional<Candidate> chosen(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.refusal().isEmpty())
        .max(Comparator.comparingInt(Candidate::k));
  }

  private Candidate judged(Clustering fit) {
    double[][] rows = Arrays.stream(judged).mapToObj(i -> points[i]).toArray(double[][]::new);
    int[] labels = Arrays.stream(judged).map(i -> fit.labels()[i]).toArray();
    return Candidate.judged(
        fit,
        Silhouette.mean(rows, labels, fit.k()),
        Stability.of(rows, labels, fit.k(), options.bootstraps(), random(fit.k(), 2)),
        options);
  }

  private SplittableRandom random(int k, int use) {
    return new SplittableRandom(31 * (31 * seed + k) + use);
  }

  private static int[] judged(int rows, long seed) {
    if (rows <= ClusterOptions.JUDGED_ROWS) {
      return java.util.stream.IntStream.range(0, rows).toArray();
    }
    return new SplittableRandom(seed)
        .ints(0, rows)
        .distinct()
        .limit(ClusterOptions.JUDGED_ROWS)
        .sorted()
        .toArray();
  }
}
