package io.clientele.jobs.schedule.state;

import java.util.Collection;
import java.util.Optional;

/**
 * What a task asks of the previous run.
 *
 * @param dependsOnPast the same task there must have ended well
 * @param waitsForDownstream so must its direct downstreams there
 * @param ignoresFirst a task that never ran before may miss in the previous run
 */
public record PastDependency(
    boolean dependsOnPast, boolean waitsForDownstream, boolean ignoresFirst) {

  /**
   * The previous run, as far as the task is concerned.
   *
   * @param task state of the same task there; empty = it has no instance there
   * @param downstreams states of its direct downstreams there
   * @param taskEverRan whether any earlier run has an instance of the task
   */
  public record PreviousRun(
      Optional<TaskState> task, Collection<TaskState> downstreams, boolean taskEverRan) {}

  /**
   * Whether the task may run.
   *
   * @param previous empty when there is no previous run that counts
   */
  public boolean isMet(Optional<PreviousRun> previous, boolean firstRunOfBackfill) {
    return !(dependsOnPast || waitsForDownstream)
        || firstRunOfBackfill
        || previous.map(this::isGood).orElse(true);
  }

  private boolean isGood(PreviousRun run) {
    if (run.task().isEmpty()) {
      return ignoresFirst && !run.taskEverRan();
    }
    return run.task().get().isGood()
        && (!waitsForDownstream || run.downstreams().stream().allMatch(TaskState::isGood));
  }
}
