package io.clientele.jobs.schedule.dag;

import java.time.Duration;
import java.util.Optional;

/**
 * What a DAG allows its runs.
 *
 * @param maxActiveRuns runs at a time, backfills apart
 * @param maxActiveTasks tasks of one run at a time
 * @param maxConsecutiveFailedRuns the DAG pauses when that many newest runs failed; 0 = never
 * @param runTimeout a run older than this fails
 */
public record RunLimits(
    int maxActiveRuns,
    int maxActiveTasks,
    int maxConsecutiveFailedRuns,
    Optional<Duration> runTimeout) {
  /** Airflow's defaults. */
  public static final RunLimits DEFAULT = new RunLimits(16, 16, 0, Optional.empty());

  public RunLimits withMaxActiveRuns(int runs) {
    return new RunLimits(runs, maxActiveTasks, maxConsecutiveFailedRuns, runTimeout);
  }

  public RunLimits withMaxActiveTasks(int tasks) {
    return new RunLimits(maxActiveRuns, tasks, maxConsecutiveFailedRuns, runTimeout);
  }

  public RunLimits withMaxConsecutiveFailedRuns(int runs) {
    return new RunLimits(maxActiveRuns, maxActiveTasks, runs, runTimeout);
  }

  public RunLimits withRunTimeout(Duration timeout) {
    return new RunLimits(
        maxActiveRuns, maxActiveTasks, maxConsecutiveFailedRuns, Optional.of(timeout));
  }
}
