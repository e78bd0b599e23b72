package io.clientele.models.crosssell.offer;

import io.clientele.models.crosssell.basket.IntList;
import java.util.Arrays;

/**
 * What a customer bought before a day, and after it.
 *
 * @param owned item numbers bought before, ascending
 * @param times baskets in which each was
 * @param later item numbers bought from that day on, ascending
 */
record History(int[] owned, int[] times, int[] later) {

  byte[] toBytes() {
    IntList out = new IntList();
    out.add(owned.length);
    out.addAll(owned, owned.length);
    out.addAll(times, times.length);
    out.addAll(later, later.length);
    return out.toBytes();
  }

  static History of(byte[] bytes) {
    int[] in = IntList.of(bytes);
    int owned = in[0];
    return new History(
        Arrays.copyOfRange(in, 1, 1 + owned),
        Arrays.copyOfRange(in, 1 + owned, 1 + 2 * owned),
        Arrays.copyOfRange(in, 1 + 2 * owned, in.length));
  }

  boolean owns(int item) {
    return Arrays.binarySearch(owned, item) >= 0;
  }

  /** Items of later that were not bought before. */
  int[] firstBoughtLater() {
    return Arrays.stream(later).filter(item -> !owns(item)).toArray();
  }
}
