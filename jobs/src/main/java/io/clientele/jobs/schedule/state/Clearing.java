package io.clientele.jobs.schedule.state;

/** What clearing makes of tasks and runs. */
public final class Clearing {
  private Clearing() {}

  /** A cleared task: its new state and how many attempts may fail from now on. */
  public record Cleared(TaskState state, int maxTries) {}

  /** A running task is killed and tried again; any other one starts afresh. */
  public static Cleared task(TaskState state, int tryNumber, int maxTries, int retries) {
    return state == TaskState.RUNNING || state == TaskState.RESTARTING
        ? new Cleared(TaskState.RESTARTING, maxTries)
        : new Cleared(TaskState.NONE, tryNumber + retries);
  }

  /** A finished run is queued again, unless only tasks were to be cleared. */
  public static RunState run(RunState state, boolean resetsRuns) {
    return resetsRuns && state.isFinished() ? RunState.QUEUED : state;
  }

  /** What becomes of a task when somebody sets the state of its whole run. */
  public static TaskState whenRunIsSet(TaskState state, RunState set) {
    if (state == TaskState.RUNNING || state == TaskState.RESTARTING) {
      return set == RunState.SUCCESS ? TaskState.SUCCESS : TaskState.FAILED;
    }
    return state.isFinished() ? state : TaskState.SKIPPED;
  }
}
