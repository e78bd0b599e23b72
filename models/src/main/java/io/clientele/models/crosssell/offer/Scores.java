package io.clientele.models.crosssell.offer;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** Scores of one customer, used again for the next. */
public final class Scores {
  private final double[] score;
  private final double[] strongest;
  private final int[] because;
  private int[] touched = new int[256];
  private int size;

  public Scores(int items) {
    this.score = new double[items];
    this.strongest = new double[items];
    this.because = new int[items];
  }

  /** Adds to an item's score; the reason with the greatest part is remembered. */
  public void add(int item, double weight, int reason) {
    touch(item);
    score[item] += weight;
    if (weight > strongest[item]) {
      strongest[item] = weight;
      because[item] = reason;
    }
  }

  /** Raises an item's score to a value. */
  public void raise(int item, double value, int reason) {
    if (value > score[item]) {
      touch(item);
      score[item] = value;
      because[item] = reason;
    }
  }

  private void touch(int item) {
    if (score[item] == 0) {
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, size * 2);
      }
      touched[size++] = item;
    }
  }

  /** What the score rests on most: what {@link #add} was told. */
  public int because(int item) {
    return because[item];
  }

  public double of(int item) {
    return score[item];
  }

  /** The best items among those allowed, best first; equal ones by number. */
  public int[] top(int count, IntPredicate isAllowed) {
    PriorityQueue<Integer> worstFirst = new PriorityQueue<>((a, b) -> -compare(a, b));
    for (int i = 0; i < size; i++) {
      if (isAllowed.test(touched[i])) {
        worstFirst.add(touched[i]);
        if (worstFirst.size() > count) {
          worstFirst.poll();
        }
      }
    }
    return worstFirst.stream().sorted(this::compare).mapToInt(Integer::intValue).toArray();
  }

  private int compare(int first, int second) {
    int byScore = Double.compare(score[second], score[first]);
    return byScore != 0 ? byScore : Integer.compare(first, second);
  }

  public void clear() {
    for (int i = 0; i < size; i++) {
      score[touched[i]] = 0;
      strongest[touched[i]] = 0;
    }
    size = 0;
  }
}
