package io.clientele.jobs.init.guess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Customers with purchases: all of them up to 65,536, beyond that a sample by the hash of their
 * number, so that memory does not grow with the file.
 */
final class Buyers {
  private static final int MOST = 1 << 16;

  private final Map<Long, Buyer> buyers = new HashMap<>();
  private int level;

  /** Purchase days and codes of one customer. */
  private static final class Buyer {
    private int[] days = new int[4];
    private int dayCount;
    private boolean boughtRegular;
    private final Set<String> oddCodes = new HashSet<>(0);

    private void add(int day) {
      int place = Arrays.binarySearch(days, 0, dayCount, day);
      if (place >= 0) {
        return;
      }
      int at = -place - 1;
      if (dayCount == days.length) {
        days = Arrays.copyOf(days, dayCount * 2);
      }
      System.arraycopy(days, at, days, at + 1, dayCount - at);
      days[at] = day;
      dayCount++;
    }
  }

  /**
   * Takes a purchase line.
   *
   * @param customer hash of the customer's number
   * @param day of the order
   * @param oddCode product code of unusual shape, empty for a usual one
   */
  void add(long customer, LocalDate day, String oddCode) {
    if (level > 0 && customer >>> (64 - level) != 0) {
      return;
    }
    Buyer buyer = buyers.computeIfAbsent(customer, any -> new Buyer());
    buyer.add((int) day.toEpochDay());
    if (oddCode.isEmpty()) {
      buyer.boughtRegular = true;
    } else if (buyer.oddCodes.size() < 50) {
      buyer.oddCodes.add(oddCode);
    }
    if (buyers.size() > MOST) {
      level++;
      buyers.keySet().removeIf(hash -> hash >>> (64 - level) != 0);
    }
  }

  /** Customers with a purchase; estimated beyond 65,536. */
  long count() {
    return (long) buyers.size() << level;
  }

  boolean isSampled() {
    return level > 0;
  }

  /** Per odd code that customers bought without any line of another code: how many of them. */
  Map<String, Integer> boughtAlone(Set<String> codes) {
    Map<String, Integer> alone = new HashMap<>();
    for (Buyer buyer : buyers.values()) {
      if (!buyer.boughtRegular && codes.containsAll(buyer.oddCodes)) {
        buyer.oddCodes.forEach(code -> alone.merge(code, 1, Integer::sum));
      }
    }
    return alone;
  }

  /** Days between purchase days that follow one another, ascending. */
  List<Integer> gaps() {
    List<Integer> gaps = new ArrayList<>();
    for (Buyer buyer : buyers.values()) {
      for (int i = 1; i < buyer.dayCount; i++) {
        gaps.add(buyer.days[i] - buyer.days[i - 1]);
      }
    }
    Collections.sort(gaps);
    return gaps;
  }
}
