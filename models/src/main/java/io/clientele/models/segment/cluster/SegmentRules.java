package io.clientele.models.segment.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Plain rules that rebuild the segments from raw values: the boxes of a small classification tree,
 * at most three for a segment, judged as they are printed. Bounds have three digits.
 *
 * <p>Reference: Breiman, Friedman, Olshen and Stone, Classification and Regression Trees, 1984
 * (Gini impurity).
 */
public final class SegmentRules {
  private static final int MOST_BOXES = 3;

  private SegmentRules() {}

  /**
   * A rule.
   *
   * @param text conditions in words of the features; empty = no box belongs to the segment
   * @param fidelity share of all rows that the rule puts on the right side, inside or outside
   * @param precision share of the rows inside the rule that are in the segment; NaN without a rule
   * @param recall share of the segment's rows that are inside the rule
   */
  public record Rule(String text, double fidelity, double precision, double recall) {}

  /** Rules by segment. */
  public static List<Rule> of(List<String> features, double[][] rows, int[] labels, int k) {
    List<Box> boxes = new RuleTree(rows, labels, k).boxes();
    List<Rule> rules = new ArrayList<>();
    for (int c = 0; c < k; c++) {
      int segment = c;
      List<Box> own =
          boxes.stream()
              .filter(box -> box.label() == segment)
              .sorted(Comparator.comparingInt(box -> -box.rows()))
              .limit(MOST_BOXES)
              .toList();
      rules.add(judged(own, features, rows, labels, segment));
    }
    return rules;
  }

  private static Rule judged(
      List<Box> boxes, List<String> features, double[][] rows, int[] labels, int segment) {
    int[] inside =
        IntStream.range(0, rows.length)
            .filter(i -> boxes.stream().anyMatch(box -> box.holds(rows[i])))
            .toArray();
    long hits = Arrays.stream(inside).filter(i -> labels[i] == segment).count();
    long members = Arrays.stream(labels).filter(label -> label == segment).count();
    long right = rows.length - (inside.length - hits) - (members - hits);
    Function<Box, String> words = box -> box.text(features);
    return new Rule(
        String.join(" or ", boxes.stream().map(words).toList()),
        right / (double) rows.length,
        inside.length == 0 ? Double.NaN : hits / (double) inside.length,
        members == 0 ? Double.NaN : hits / (double) members);
  }

  /**
   * A box of the tree: bounds for each feature.
   *
   * @param above exclusive lower bounds
   * @param upTo inclusive upper bounds
   * @param label segment of most of its rows
   * @param rows rows in it
   */
  record Box(double[] above, double[] upTo, int label, int rows) {
    boolean holds(double[] row) {
      for (int j = 0; j < row.length; j++) {
        if (!(row[j] > above[j] && row[j] <= upTo[j])) {
          return false;
        }
      }
      return true;
    }

    String text(List<String> features) {
      List<String> conditions = new ArrayList<>();
      for (int j = 0; j < above.length; j++) {
        if (above[j] > Double.NEGATIVE_INFINITY) {
          conditions.add(features.get(j) + " > " + shown(above[j]));
        }
        if (upTo[j] < Double.POSITIVE_INFINITY) {
          conditions.add(features.get(j) + " <= " + shown(upTo[j]));
        }
      }
      return conditions.isEmpty() ? "every row" : "(" + String.join(" and ", conditions) + ")";
    }

    private static String shown(double value) {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? String.format(Locale.ROOT, "%.0f", value)
          : Double.toString(value);
    }
  }
}
