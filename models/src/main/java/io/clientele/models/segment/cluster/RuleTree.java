package io.clientele.models.segment.cluster;

import io.clientele.models.segment.cluster.SegmentRules.Box;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A classification tree of at most {@value #DEPTH} questions, cut at quantiles of the features. */
final class RuleTree {
  private static final int DEPTH = 3;
  private static final int CUTS = 100;
  private static final double LEAST_GAIN = 0.002;
  private static final MathContext DIGITS = new MathContext(3);

  private final double[][] rows;
  private final int[] labels;
  private final int k;
  private final double[][] cuts;

  RuleTree(double[][] rows, int[] labels, int k) {
    this.rows = rows;
    this.labels = labels;
    this.k = k;
    this.cuts = IntStream.range(0, rows[0].length).mapToObj(j -> cuts(j)).toArray(double[][]::new);
  }

  /** Leaves; neighbours of the same segment under one question are one. */
  List<Box> boxes() {
    double[] above = new double[cuts.length];
    double[] upTo = new double[cuts.length];
    Arrays.fill(above, Double.NEGATIVE_INFINITY);
    Arrays.fill(upTo, Double.POSITIVE_INFINITY);
    return grown(IntStream.range(0, rows.length).toArray(), above, upTo, 0);
  }

  /** Distinct quantiles, rounded to what a reader can keep in mind. */
  private double[] cuts(int feature) {
    double[] sorted = Arrays.stream(rows).mapToDouble(row -> row[feature]).sorted().toArray();
    return IntStream.range(1, CUTS)
        .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / CUTS)])
        .map(value -> new BigDecimal(value).round(DIGITS).doubleValue())
        .distinct()
        .sorted()
        .toArray();
  }

  private List<Box> grown(int[] members, double[] above, double[] upTo, int depth) {
    int[] counts = counts(members);
    Cut cut = depth == DEPTH ? null : best(members, counts);
    if (cut == null) {
      return List.of(new Box(above, upTo, largest(counts), members.length));
    }
    double[] lowerEnd = upTo.clone();
    lowerEnd[cut.feature()] = cut.value();
    double[] upperStart = above.clone();
    upperStart[cut.feature()] = cut.value();
    int[] low = Arrays.stream(members).filter(i -> isLow(i, cut)).toArray();
    int[] high = Arrays.stream(members).filter(i -> !isLow(i, cut)).toArray();
    List<Box> boxes = new ArrayList<>(grown(low, above, lowerEnd, depth + 1));
    boxes.addAll(grown(high, upperStart, upTo, depth + 1));
    boolean isOne = boxes.stream().map(Box::label).distinct().count() == 1;
    return isOne ? List.of(new Box(above, upTo, boxes.get(0).label(), members.length)) : boxes;
  }

  private record Cut(int feature, double value) {}

  private boolean isLow(int row, Cut cut) {
    return rows[row][cut.feature()] <= cut.value();
  }

  private int[] counts(int[] members) {
    int[] counts = new int[k];
    for (int i : members) {
      counts[labels[i]]++;
    }
    return counts;
  }

  private static int largest(int[] counts) {
    return IntStream.range(0, counts.length).reduce(0, (a, b) -> counts[b] > counts[a] ? b : a);
  }

  /** The cut of largest gain in Gini impurity; null when none gains enough. */
  private Cut best(int[] members, int[] counts) {
    double whole = impurity(counts, members.length);
    double mostGain = LEAST_GAIN * rows.length;
    Cut best = null;
    for (int j = 0; j < cuts.length; j++) {
      int[][] histogram = histogram(members, j);
      int[] low = new int[k];
      for (int bin = 0; bin < cuts[j].length; bin++) {
        int[] high = new int[k];
        for (int c = 0; c < k; c++) {
          low[c] += histogram[bin][c];
          high[c] = counts[c] - low[c];
        }
        int below = Arrays.stream(low).sum();
        double gain = whole - impurity(low, below) - impurity(high, members.length - below);
        if (gain > mostGain) {
          mostGain = gain;
          best = new Cut(j, cuts[j][bin]);
        }
      }
    }
    return best;
  }

  /** Members by segment at most as large as each cut and larger than the one before it. */
  private int[][] histogram(int[] members, int feature) {
    int[][] histogram = new int[cuts[feature].length + 1][k];
    for (int i : members) {
      int at = Arrays.binarySearch(cuts[feature], rows[i][feature]);
      histogram[at >= 0 ? at : -at - 1][labels[i]]++;
    }
    return histogram;
  }

  /** Gini impurity times rows. */
  private static double impurity(int[] counts, int rows) {
    double squares = 0;
    for (int count : counts) {
      squares += (double) count * count;
    }
    return rows == 0 ? 0 : rows - squares / rows;
  }
}
