package io.clientele.jobs.schedule.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Who starts when a pool has some slots open. */
public final class PoolQueue {
  private PoolQueue() {}

  /**
   * A task that waits for slots.
   *
   * @param key whatever the caller knows it by
   * @param logicalDate empty for a manual run without one; it comes last among equals
   */
  public record Waiting<K>(K key, int weight, int slots, Optional<Instant> logicalDate) {}

  /** Heaviest first, then oldest run first; at equal rank they keep the order they came in. */
  public static <K> Comparator<Waiting<K>> order() {
    return Comparator.<Waiting<K>>comparingInt(task -> -task.weight())
        .thenComparing(task -> task.logicalDate().orElse(Instant.MAX));
  }

  /** The tasks that start, in order; one that needs more slots than are open is passed over. */
  public static <K> List<Waiting<K>> starting(Collection<Waiting<K>> waiting, int openSlots) {
    List<Waiting<K>> starting = new ArrayList<>();
    int open = openSlots;
    for (Waiting<K> task : waiting.stream().sorted(order()).toList()) {
      if (task.slots() <= open) {
        starting.add(task);
        open -= task.slots();
      }
    }
    return starting;
  }
}
