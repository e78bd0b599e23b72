package io.clientele.models.churn.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows to learn from and to judge by.
 *
 * @param labels 1 = left
 * @param groups rows of one customer have one group and never part
 */
public record Frame(List<InputColumn> columns, double[] labels, int[] groups) {
  public Frame {
    columns = List.copyOf(columns);
  }

  /** Rows of which each is a customer. */
  public static Frame ofCustomers(List<InputColumn> columns, double[] labels) {
    return new Frame(columns, labels, IntStream.range(0, labels.length).toArray());
  }

  int size() {
    return labels.length;
  }

  int[] all() {
    return IntStream.range(0, size()).toArray();
  }

  Frame without(List<String> names) {
    return new Frame(
        columns.stream().filter(column -> !names.contains(column.name())).toList(), labels, groups);
  }

  /** The column of that name, which is there. */
  InputColumn column(String name) {
    return columns.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  double[] labels(int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> labels[row]).toArray();
  }

  long positives(int[] rows) {
    return Arrays.stream(rows).filter(row -> labels[row] > 0).count();
  }

  /** Fold of each of the rows: leavers and stayers are dealt out evenly, by customer. */
  int[] folds(int[] rows, int folds, long seed) {
    TreeMap<Integer, Double> classes = new TreeMap<>();
    for (int row : rows) {
      classes.putIfAbsent(groups[row], labels[row]);
    }
    TreeMap<Integer, Integer> dealt = new TreeMap<>();
    Random random = new Random(seed);
    for (double label : new double[] {1, 0}) {
      List<Integer> members = new ArrayList<>();
      classes.forEach(
          (group, of) -> {
            if (of == label) {
              members.add(group);
            }
          });
      java.util.Collections.shuffle(members, random);
      for (int group : members) {
        dealt.put(group, dealt.size() % folds);
      }
    }
    return Arrays.stream(rows).map(row -> dealt.get(groups[row])).toArray();
  }

  /** The rows whose fold is that one, or is another. */
  static int[] pick(int[] rows, int[] folds, int fold, boolean isInside) {
    return IntStream.range(0, rows.length)
        .filter(i -> (folds[i] == fold) == isInside)
        .map(i -> rows[i])
        .toArray();
  }
}
