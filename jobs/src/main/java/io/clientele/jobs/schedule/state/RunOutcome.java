package io.clientele.jobs.schedule.state;

/** What a run has come to, and why. */
public record RunOutcome(RunState state, Reason reason) {
  /** Why a run ended, in Airflow's words; NONE while it goes on or when it ended well. */
  public enum Reason {
    NONE,
    TASK_FAILURE,
    ALL_TASKS_DEADLOCKED,
    TIMED_OUT
  }

  static RunOutcome of(RunState state) {
    return new RunOutcome(state, Reason.NONE);
  }

  static RunOutcome failed(Reason reason) {
    return new RunOutcome(RunState.FAILED, reason);
  }
}
