package io.clientele.models.crosssell.mining;

import java.util.Arrays;
import java.util.List;

/**
 * The baskets that a group of prefix classes needs: those with an item of the group, cut to the
 * items that are at least as frequent. Items are ranks, 0 = most frequent; the class of a rank
 * holds the sets whose rarest item it is.
 */
final class PrefixGroup {
  private final int from;
  private final int to;
  private final int[] data;
  private final int[] classStart;
  private final int[] basketOf;

  /**
   * Sorts the baskets by class.
   *
   * @param from first rank of the group
   * @param to rank after its last
   * @param blobs per basket its size as it was, the number of its ranks, and the ranks ascending
   */
  PrefixGroup(int from, int to, List<int[]> blobs) {
    this.from = from;
    this.to = to;
    this.data = join(blobs);
    this.classStart = new int[to - from + 1];
    forEachMember((rank, basket) -> classStart[rank - from + 1]++);
    for (int i = 0; i < to - from; i++) {
      classStart[i + 1] += classStart[i];
    }
    this.basketOf = new int[classStart[to - from]];
    int[] next = Arrays.copyOf(classStart, to - from);
    forEachMember((rank, basket) -> basketOf[next[rank - from]++] = basket);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Baskets that hold the rank. */
  int count(int rank) {
    return classStart[rank - from + 1] - classStart[rank - from];
  }

  /** Size, with all items, of a basket of the class. */
  int size(int rank, int index) {
    return data[basketOf[classStart[rank - from] + index]];
  }

  /** Adds one to each more frequent item, for every basket of the class. */
  void countPartners(int rank, int[] counts) {
    for (int i = classStart[rank - from]; i < classStart[rank - from + 1]; i++) {
      int at = basketOf[i] + 2;
      for (int end = at + data[at - 1]; at < end && data[at] < rank; at++) {
        counts[data[at]]++;
      }
    }
  }

  /** Sets the bit of each basket of the class in the bitmaps of its partners. */
  void fill(int rank, long[][] bitmapOf) {
    int first = classStart[rank - from];
    for (int i = first; i < classStart[rank - from + 1]; i++) {
      int bit = i - first;
      int at = basketOf[i] + 2;
      for (int end = at + data[at - 1]; at < end && data[at] < rank; at++) {
        long[] bitmap = bitmapOf[data[at]];
        if (bitmap != null) {
          bitmap[bit >> 6] |= 1L << bit;
        }
      }
    }
  }

  private void forEachMember(Member member) {
    for (int at = 0; at < data.length; at += 2 + data[at + 1]) {
      for (int i = at + 1 + data[at + 1]; i > at + 1 && data[i] >= from; i--) {
        if (data[i] < to) {
          member.accept(data[i], at);
        }
      }
    }
  }

  private static int[] join(List<int[]> blobs) {
    int length = Math.toIntExact(blobs.stream().mapToLong(blob -> blob.length).sum());
    int[] all = new int[length];
    int at = 0;
    for (int[] blob : blobs) {
      System.arraycopy(blob, 0, all, at, blob.length);
      at += blob.length;
    }
    return all;
  }

  @FunctionalInterface
  private interface Member {
    void accept(int rank, int basket);
  }
}
