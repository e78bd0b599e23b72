package io.clientele.sample.people;

import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;

/**
 * The order in which people come on a day: a permutation of all numbers that needs no memory, other
 * every day. The place in it gives the time of day and the order number, so that files are in order
 * of time although nothing is sorted.
 */
public final class DayWalk {
  private final long size;
  private final long stride;
  private final long inverse;
  private final long shift;

  public DayWalk(long seed, int day, int size) {
    Dice dice = Dice.of(seed, Topic.WALK, day, 0);
    this.size = size;
    this.shift = dice.below(size);
    long candidate = 1 + dice.below(size);
    while (greatestCommonDivisor(candidate, size) != 1) {
      candidate++;
    }
    this.stride = candidate % size;
    this.inverse = size == 1 ? 0 : inverse(stride, size);
  }

  /** Who comes at the place. */
  public int person(int place) {
    return (int) ((place * stride + shift) % size);
  }

  /** The place of the person. */
  public int place(int person) {
    return (int) (Math.floorMod(person - shift, size) * inverse % size);
  }

  private static long greatestCommonDivisor(long a, long b) {
    return b == 0 ? a : greatestCommonDivisor(b, a % b);
  }

  private static long inverse(long value, long modulus) {
    long t = 0;
    long newT = 1;
    long r = modulus;
    long newR = value;
    while (newR != 0) {
      long quotient = r / newR;
      long keptT = newT;
      newT = t - quotient * newT;
      t = keptT;
      long keptR = newR;
      newR = r - quotient * newR;
      r = keptR;
    }
    return Math.floorMod(t, modulus);
  }
}
