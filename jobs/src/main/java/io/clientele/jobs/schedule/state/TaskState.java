package io.clientele.jobs.schedule.state;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How a task of a run stands. Some states are Airflow's alone and only met in what it tells. */
public enum TaskState {
  NONE,
  SCHEDULED,
  QUEUED,
  RUNNING,
  SUCCESS,
  FAILED,
  SKIPPED,
  UPSTREAM_FAILED,
  UP_FOR_RETRY,
  UP_FOR_RESCHEDULE,
  DEFERRED,
  RESTARTING,
  REMOVED,
  AWAITING_INPUT;

  private static final Set<TaskState> FINISHED =
      EnumSet.of(SUCCESS, FAILED, SKIPPED, UPSTREAM_FAILED, REMOVED);
  private static final Set<TaskState> SCHEDULABLE =
      EnumSet.of(NONE, UP_FOR_RETRY, UP_FOR_RESCHEDULE);

  public static TaskState of(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Its name in Airflow's words. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether nothing more will become of it unless somebody clears it. */
  public boolean isFinished() {
    return FINISHED.contains(this);
  }

  /** Whether a pass of the scheduler may choose it. */
  public boolean isSchedulable() {
    return SCHEDULABLE.contains(this);
  }

  /** Whether a task or a run has failed with it. */
  public boolean isFailure() {
    return this == FAILED || this == UPSTREAM_FAILED;
  }

  /** Whether later runs and tasks may build on it. */
  public boolean isGood() {
    return this == SUCCESS || this == SKIPPED;
  }
}
