package io.clientele.jobs.schedule.state;

import java.time.Duration;
import java.time.Instant;

/** When a run has taken too long, and what becomes of its tasks. */
public final class RunTimeout {
  private RunTimeout() {}

  /** Whether a running run is older than allowed; exactly as old is not. */
  public static boolean isOver(Instant start, Duration timeout, Instant now) {
    return start.isBefore(now.minus(timeout));
  }

  /** What becomes of a task when its run timed out. */
  public static TaskState afterwards(TaskState state) {
    return state.isFinished() ? state : TaskState.SKIPPED;
  }
}
