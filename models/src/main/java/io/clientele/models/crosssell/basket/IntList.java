package io.clientele.models.crosssell.basket;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;

/** A growing list of numbers without boxes, and its form as bytes. */
public final class IntList {
  private int[] values = new int[64];
  private int size;

  public void add(int value) {
    ensure(size + 1);
    values[size++] = value;
  }

  public void addAll(int[] from, int length) {
    ensure(size + length);
    System.arraycopy(from, 0, values, size, length);
    size += length;
  }

  public void set(int index, int value) {
    values[index] = value;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public void clear() {
    size = 0;
  }

  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }

  public byte[] toBytes() {
    return bytes(values, size);
  }

  /** The first {@code length} numbers as bytes. */
  public static byte[] bytes(int[] values, int length) {
    ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(4, length));
    buffer.asIntBuffer().put(values, 0, length);
    return buffer.array();
  }

  /** The numbers that {@link #bytes} wrote. */
  public static int[] of(byte[] bytes) {
    IntBuffer buffer = ByteBuffer.wrap(bytes).asIntBuffer();
    int[] values = new int[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  private void ensure(int needed) {
    if (needed > values.length) {
      values = Arrays.copyOf(values, Math.max(needed, values.length + (values.length >> 1)));
    }
  }
}
