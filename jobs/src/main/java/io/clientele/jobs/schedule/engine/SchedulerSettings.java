package io.clientele.jobs.schedule.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * What an operator decides about the scheduler.
 *
 * @param parallelism tasks at a time, over all scheduler processes
 * @param capacity tasks at a time in this process
 * @param beat how often a pass is made when nothing wakes it
 * @param staleAfter silence after which a scheduler process counts as lost
 * @param killGrace time between the request to end and the kill
 * @param stopGrace how long running tasks may take to finish when the scheduler stops
 * @param pausesNewDags whether a DAG never seen before is paused
 * @param finalExitCodes exit codes of our own commands that no retry can change
 * @param logs folder of the task logs
 */
public record SchedulerSettings(
    int parallelism,
    int capacity,
    Duration beat,
    Duration staleAfter,
    Duration killGrace,
    Duration stopGrace,
    boolean pausesNewDags,
    Set<Integer> finalExitCodes,
    Path logs) {
  /** The quality gate stopped it: the same data would be stopped again. */
  private static final int GATE_STOPPED = 3;

  public SchedulerSettings {
    finalExitCodes = Set.copyOf(finalExitCodes);
  }

  /** Airflow's numbers where it has them; new DAGs are paused as there. */
  public static SchedulerSettings defaults(Path logs) {
    return new SchedulerSettings(
        32,
        Math.max(4, Runtime.getRuntime().availableProcessors()),
        Duration.ofSeconds(2),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(60),
        true,
        Set.of(GATE_STOPPED),
        logs);
  }

  public SchedulerSettings withNewDagsPaused(boolean paused) {
    return new SchedulerSettings(
        parallelism,
        capacity,
        beat,
        staleAfter,
        killGrace,
        stopGrace,
        paused,
        finalExitCodes,
        logs);
  }

  public SchedulerSettings withCapacity(int tasks) {
    return new SchedulerSettings(
        parallelism,
        tasks,
        beat,
        staleAfter,
        killGrace,
        stopGrace,
        pausesNewDags,
        finalExitCodes,
        logs);
  }

  public SchedulerSettings withTimes(
      Duration newBeat, Duration newStaleAfter, Duration newKillGrace, Duration newStopGrace) {
    return new SchedulerSettings(
        parallelism,
        capacity,
        newBeat,
        newStaleAfter,
        newKillGrace,
        newStopGrace,
        pausesNewDags,
        finalExitCodes,
        logs);
  }
}
