package io.clientele.etl.source;

import java.util.ArrayList;
import java.util.List;

/**
 * First row of a file and where the wanted columns stand in it.
 *
 * @param names column names as they came, blanks around them removed
 * @param positions index of each wanted column; -1 where it cannot be found
 * @param problems {@code missing_column(x)} or {@code repeated_column(x)}; empty = all found
 */
public record Header(List<String> names, int[] positions, List<String> problems) {

  static Header of(List<String> cells, List<String> wanted) {
    List<String> names = cells.stream().map(String::strip).toList();
    int[] positions = new int[wanted.size()];
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < positions.length; i++) {
      positions[i] = position(names, wanted.get(i), problems);
    }
    return new Header(names, positions, List.copyOf(problems));
  }

  private static int position(List<String> names, String wanted, List<String> problems) {
    List<Integer> exact = new ArrayList<>();
    List<Integer> similar = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (names.get(i).equals(wanted)) {
        exact.add(i);
      } else if (names.get(i).equalsIgnoreCase(wanted)) {
        similar.add(i);
      }
    }
    List<Integer> found = exact.isEmpty() ? similar : exact;
    if (found.size() == 1) {
      return found.get(0);
    }
    problems.add((found.isEmpty() ? "missing_column(" : "repeated_column(") + wanted + ")");
    return -1;
  }

  /** Whether there is a header row that other rows can be held against. */
  boolean isReadable() {
    return !names.isEmpty();
  }

  int size() {
    return names.size();
  }
}
