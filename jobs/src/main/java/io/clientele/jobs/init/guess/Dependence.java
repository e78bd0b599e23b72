package io.clientele.jobs.init.guess;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How far one column fixes another, measured on the first records of a file. */
final class Dependence {
  private final List<String[]> records;

  Dependence(List<String[]> records) {
    this.records = records;
  }

  /**
   * Of the values that stand on two records or more.
   *
   * @param groups how many such values there are
   * @param fixed share of them beside which the other column has one value only; 0 to 1
   * @param meanRecords records per value, of all values
   */
  record Strength(int groups, double fixed, double meanRecords) {}

  /** How far {@code left} fixes {@code right}. */
  Strength of(int left, int right) {
    return of(left, right, value -> value);
  }

  /** How far {@code left} fixes a part of {@code right}, for example the day of a time. */
  Strength of(int left, int right, UnaryOperator<String> part) {
    Map<String, Integer> sizes = new HashMap<>();
    Map<String, String> first = new HashMap<>();
    Set<String> several = new HashSet<>();
    for (String[] record : records) {
      String value = record[left].strip();
      if (!value.isEmpty()) {
        sizes.merge(value, 1, Integer::sum);
        String other = part.apply(record[right].strip());
        if (!first.computeIfAbsent(value, any -> other).equals(other)) {
          several.add(value);
        }
      }
    }
    long groups = sizes.values().stream().filter(size -> size > 1).count();
    double fixed = groups == 0 ? 0 : 1.0 - (double) several.size() / groups;
    double mean = sizes.values().stream().mapToInt(Integer::intValue).average().orElse(0);
    return new Strength((int) groups, fixed, mean);
  }

  /** Distinct values of a column. */
  int distinct(int column) {
    Set<String> values = new HashSet<>();
    records.forEach(record -> values.add(record[column].strip()));
    values.remove("");
    return values.size();
  }

  int size() {
    return records.size();
  }

  /** Whether a pair of values stands on two records. */
  boolean hasRepeats(int left, int right) {
    Set<String> pairs = new HashSet<>();
    return records.stream()
        .anyMatch(record -> !pairs.add(record[left].strip() + "|" + record[right].strip()));
  }
}
