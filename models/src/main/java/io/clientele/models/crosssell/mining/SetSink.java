package io.clientele.models.crosssell.mining;

import io.clientele.models.crosssell.basket.IntList;
import java.util.Arrays;
import java.util.Map;

/**
 * Takes found sets as numbers: length, items ascending, baskets, then the number of basket sizes
 * and each size with its baskets.
 */
final class SetSink {
  private final int[] itemOfRank;
  private final int maxSets;
  private final IntList out = new IntList();
  private int sets;

  SetSink(int[] itemOfRank, int maxSets) {
    this.itemOfRank = itemOfRank;
    this.maxSets = maxSets;
  }

  void add(int[] ranks, int length, int count, int[] basketSizes) {
    int[] items = new int[length];
    for (int i = 0; i < length; i++) {
      items[i] = itemOfRank[ranks[i]];
    }
    Arrays.sort(items);
    out.add(length);
    out.addAll(items, length);
    out.add(count);
    addSizes(basketSizes);
    sets++;
  }

  private void addSizes(int[] basketSizes) {
    int start = out.size();
    out.add(0);
    if (basketSizes == null) {
      return;
    }
    Arrays.sort(basketSizes);
    int distinct = 0;
    for (int i = 0, next; i < basketSizes.length; i = next, distinct++) {
      next = i;
      while (next < basketSizes.length && basketSizes[next] == basketSizes[i]) {
        next++;
      }
      out.add(basketSizes[i]);
      out.add(next - i);
    }
    out.set(start, distinct);
  }

  /** More than was allowed: the search ends and the driver says so. */
  boolean isFull() {
    return sets > maxSets;
  }

  byte[] toBytes() {
    return out.toBytes();
  }

  /** Reads what {@link #toBytes} wrote. */
  static void read(byte[] bytes, Map<ItemSet, Integer> counts, Map<ItemSet, SizeCounts> sizes) {
    int[] in = IntList.of(bytes);
    for (int at = 0; at < in.length; ) {
      int length = in[at];
      ItemSet set = new ItemSet(Arrays.copyOfRange(in, at + 1, at + 1 + length));
      at += 1 + length;
      counts.put(set, in[at]);
      int distinct = in[at + 1];
      at += 2;
      if (distinct > 0) {
        sizes.put(set, sizes(in, at, distinct));
        at += 2 * distinct;
      }
    }
  }

  private static SizeCounts sizes(int[] in, int at, int distinct) {
    int[] sizes = new int[distinct];
    int[] counts = new int[distinct];
    for (int i = 0; i < distinct; i++) {
      sizes[i] = in[at + 2 * i];
      counts[i] = in[at + 2 * i + 1];
    }
    return new SizeCounts(sizes, counts);
  }
}
