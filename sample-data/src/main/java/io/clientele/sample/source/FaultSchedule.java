package io.clientele.sample.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * When faults are planted: spread over the slots before the fortnight (days, or files), the last of
 * each kind within the fortnight, none in a slot that must stay clean. A fault waits until a good
 * row stands before it.
 */
public final class FaultSchedule {
  private final List<List<Fault>> bySlot = new ArrayList<>();
  private final Set<Integer> clean;
  private final IntUnaryOperator wait;
  private final Deque<Fault> due = new ArrayDeque<>();
  private int goodRows;

  /**
   * A schedule.
   *
   * @param slots number of slots
   * @param fortnight first slot of the last fortnight
   * @param clean slots without faults
   * @param wait how many good rows of the slot come before the first fault
   */
  public FaultSchedule(
      List<Fault> faults, int slots, int fortnight, Set<Integer> clean, IntUnaryOperator wait) {
    this.wait = wait;
    this.clean = clean;
    for (int slot = 0; slot < slots; slot++) {
      bySlot.add(new ArrayList<>());
    }
    for (int i = 0; i < faults.size(); i++) {
      Fault fault = faults.get(i);
      int apart = Math.max(1, fortnight / fault.count());
      for (int n = 0; n < fault.count() - 1; n++) {
        bySlot.get((i * 53 + n * apart + 17) % fortnight).add(fault);
      }
      bySlot.get(fortnight + i % Math.max(1, slots - fortnight - 4)).add(fault);
    }
  }

  public static FaultSchedule none() {
    return new FaultSchedule(List.of(), 0, 0, Set.of(), slot -> 0);
  }

  /** What is to be planted now; called when a good row of the slot has been written. */
  public List<Fault> take(int slot) {
    boolean isEarly = goodRows++ < wait.applyAsInt(slot);
    if (isEarly || clean.contains(slot) || due.isEmpty()) {
      return List.of();
    }
    List<Fault> taken = List.copyOf(due);
    due.clear();
    return taken;
  }

  /** A slot begins. */
  public void begin(int slot) {
    goodRows = 0;
    if (slot < bySlot.size()) {
      due.addAll(bySlot.get(slot));
    }
  }
}
