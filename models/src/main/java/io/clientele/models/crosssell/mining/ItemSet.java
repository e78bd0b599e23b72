package io.clientele.models.crosssell.mining;

import java.util.Arrays;

/** Item numbers, ascending, as a key. */
public final class ItemSet {
  private final int[] items;
  private final int hash;

  /** The set of these numbers; they must be ascending and stay as they are. */
  public ItemSet(int... ascending) {
    this.items = ascending;
    this.hash = Arrays.hashCode(ascending);
  }

  public int size() {
    return items.length;
  }

  public int item(int index) {
    return items[index];
  }

  public int[] items() {
    return items.clone();
  }

  /** The set without its item at an index. */
  public ItemSet without(int index) {
    int[] rest = new int[items.length - 1];
    System.arraycopy(items, 0, rest, 0, index);
    System.arraycopy(items, index + 1, rest, index, rest.length - index);
    return new ItemSet(rest);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemSet set && Arrays.equals(items, set.items);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return Arrays.toString(items);
  }
}
