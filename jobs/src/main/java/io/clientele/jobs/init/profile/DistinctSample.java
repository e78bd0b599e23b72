package io.clientele.jobs.init.profile;

/**
 * Counts distinct values in constant memory: exact up to 131,072, beyond that by adaptive sampling
 * (Wegman; Flajolet, "On adaptive sampling", Computing 43, 1990) with an error of about 0.5 %.
 */
public final class DistinctSample {
  private static final int MOST = 1 << 17;

  private long[] slots = new long[1 << 8];
  private int size;
  private int level;

  /** Takes a value by its hash. */
  void add(long hash) {
    long value = hash == 0 ? 1 : hash;
    if (isSampled(value) && insert(slots, value)) {
      size++;
      if (size * 2 > slots.length) {
        grow();
      }
    }
  }

  /** Number of distinct values, exact when {@link #isExact}. */
  public long estimate() {
    return (long) size << level;
  }

  public boolean isExact() {
    return level == 0;
  }

  /** A hash of 64 bits whose bits are all mixed. */
  public static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  private boolean isSampled(long value) {
    return level == 0 || value >>> (64 - level) == 0;
  }

  private void grow() {
    if (size >= MOST) {
      level++;
      rebuild(slots.length);
    } else {
      rebuild(slots.length * 2);
    }
  }

  private void rebuild(int length) {
    long[] old = slots;
    slots = new long[length];
    size = 0;
    for (long value : old) {
      if (value != 0 && isSampled(value) && insert(slots, value)) {
        size++;
      }
    }
  }

  private static boolean insert(long[] table, long value) {
    int slot = (int) value & (table.length - 1);
    while (table[slot] != 0) {
      if (table[slot] == value) {
        return false;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = value;
    return true;
  }
}
