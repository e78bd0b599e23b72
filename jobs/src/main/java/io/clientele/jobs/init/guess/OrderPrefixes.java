package io.clientele.jobs.init.guess;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Letters in front of order numbers and the sign of the quantities behind them. */
final class OrderPrefixes {
  private static final int MOST_PREFIXES = 200;
  private static final int MOST_LETTERS = 3;

  private final Map<String, Count> counts = new TreeMap<>();
  private long lines;

  /** Lines of one prefix. */
  static final class Count {
    private long lines;
    private long negative;

    long lines() {
      return lines;
    }

    long negative() {
      return negative;
    }
  }

  void add(String orderNumber, boolean isNegative) {
    String prefix = prefix(orderNumber);
    lines++;
    if (counts.size() < MOST_PREFIXES || counts.containsKey(prefix)) {
      Count count = counts.computeIfAbsent(prefix, any -> new Count());
      count.lines++;
      count.negative += isNegative ? 1 : 0;
    }
  }

  /** The prefix whose lines are all negative, when it is not that of most orders. */
  Optional<Map.Entry<String, Count>> cancelling() {
    return counts.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .filter(entry -> entry.getValue().lines < lines * 0.4 && entry.getValue().lines >= 3)
        .filter(entry -> entry.getValue().negative >= entry.getValue().lines * 0.99)
        .max(Map.Entry.comparingByValue((left, right) -> Long.compare(left.lines, right.lines)));
  }

  /** Rare prefixes that do not cancel, for example of corrections. */
  Map<String, Count> others() {
    Map<String, Count> others = new TreeMap<>(counts);
    cancelling().ifPresent(entry -> others.remove(entry.getKey()));
    others.values().removeIf(count -> count.lines > lines * 0.01);
    others.remove("");
    return others;
  }

  private static String prefix(String orderNumber) {
    int end = 0;
    while (end < orderNumber.length() && Character.isLetter(orderNumber.charAt(end))) {
      end++;
    }
    boolean isBeforeDigit =
        end < orderNumber.length() && Character.isDigit(orderNumber.charAt(end));
    return end <= MOST_LETTERS && isBeforeDigit ? orderNumber.substring(0, end) : "";
  }
}
