package io.clientele.models.segment.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Readable names: the three features whose median in the segment is farthest from the median of
 * all, in deviations. The same segments always have the same names, and no two the same.
 */
public final class SegmentNames {
  private static final int MOST_WORDS = 3;
  private static final double NOTABLE = 0.25;
  private static final double VERY = 1.25;
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "days_since_last_purchase", List.of("recent", "silent for long"),
          "purchase_count", List.of("few orders", "many orders"),
          "spend_total", List.of("low spend", "high spend"));
  private static final Map<String, List<String>> STRONG_WORDS =
      Map.of(
          "days_since_last_purchase", List.of("just bought", "silent for longest"),
          "purchase_count", List.of("fewest orders", "most orders"),
          "spend_total", List.of("lowest spend", "highest spend"));

  private SegmentNames() {}

  /**
   * Names by segment.
   *
   * @param features names of the features
   * @param points scaled rows
   */
  public static List<String> of(List<String> features, double[][] points, int[] labels, int k) {
    double[] deviations = FeatureScale.of(features, false, true, points).deviations();
    double[] all = medians(points, IntStream.range(0, points.length).toArray());
    List<String> names = new ArrayList<>();
    for (int c = 0; c < k; c++) {
      int segment = c;
      int[] members = IntStream.range(0, points.length).filter(i -> labels[i] == segment).toArray();
      double[] own = members.length == 0 ? all : medians(points, members);
      double[] gaps =
          IntStream.range(0, all.length)
              .mapToDouble(j -> (own[j] - all[j]) / deviations[j])
              .toArray();
      names.add(distinct(name(features, gaps), names));
    }
    return names;
  }

  private static double[] medians(double[][] points, int[] rows) {
    return IntStream.range(0, points[0].length)
        .mapToDouble(j -> median(Arrays.stream(rows).mapToDouble(i -> points[i][j]).toArray()))
        .toArray();
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String name(List<String> features, double[] gaps) {
    List<String> words =
        IntStream.range(0, gaps.length)
            .boxed()
            .filter(j -> Math.abs(gaps[j]) >= NOTABLE)
            .sorted(Comparator.comparingDouble(j -> -Math.abs(gaps[j])))
            .limit(MOST_WORDS)
            .sorted()
            .map(j -> word(features.get(j), gaps[j]))
            .toList();
    return words.isEmpty() ? "average" : String.join(", ", words);
  }

  private static String word(String feature, double gap) {
    boolean isStrong = Math.abs(gap) >= VERY;
    int side = gap < 0 ? 0 : 1;
    if (WORDS.containsKey(feature)) {
      return (isStrong ? STRONG_WORDS : WORDS).get(feature).get(side);
    }
    return (isStrong ? "very " : "") + (side == 0 ? "low " : "high ") + feature.replace('_', ' ');
  }

  /** A name that is taken gets a number. */
  public static String distinct(String name, List<String> taken) {
    String free = name;
    for (int number = 2; taken.contains(free); number++) {
      free = name + " (" + number + ")";
    }
    return free;
  }
}
