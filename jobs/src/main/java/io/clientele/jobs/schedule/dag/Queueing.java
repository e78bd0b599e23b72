package io.clientele.jobs.schedule.dag;

import io.clientele.jobs.schedule.state.WeightRule;
import java.util.Optional;

/**
 * A task's place in the queue.
 *
 * @param pool pool whose slots it takes while queued or running
 * @param slots slots it takes there
 * @param weight its own priority weight; the highest effective one starts first
 * @param weightRule whose weights are added to its own
 * @param maxActivePerDag instances of this task at a time, over all runs
 */
public record Queueing(
    String pool, int slots, int weight, WeightRule weightRule, Optional<Integer> maxActivePerDag) {
  /** Airflow's defaults. */
  public static final Queueing DEFAULT =
      new Queueing("default_pool", 1, 1, WeightRule.DOWNSTREAM, Optional.empty());
}
