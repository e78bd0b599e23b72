package io.clientele.jobs.schedule.store;

import io.clientele.jobs.schedule.state.TaskState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A task of a run: its attempt of now, or its last one.
 *
 * @param attemptId new for each attempt
 * @param tryNumber number of the attempt, from 1; 0 before the first
 * @param maxTries attempts that may fail before the task has failed
 * @param retryAt when a failed one may be tried again, as decided when it failed
 * @param worker where the attempt runs or ran
 * @param message why it ended as it did
 */
public record TaskInstance(
    String dagId,
    String runId,
    String taskId,
    String attemptId,
    TaskState state,
    int tryNumber,
    int maxTries,
    Times times,
    Optional<Instant> retryAt,
    Optional<Worker> worker,
    Optional<Integer> exitCode,
    Optional<String> message,
    Optional<String> note) {

  /** When what happened to the attempt. */
  public record Times(
      Optional<Instant> scheduledAt,
      Optional<Instant> queuedAt,
      Optional<Instant> startedAt,
      Optional<Instant> endedAt) {
    static final Times NEVER =
        new Times(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * The process that runs an attempt.
   *
   * @param scheduler id of its scheduler process
   * @param pid empty until the child has started
   */
  public record Worker(String scheduler, String host, Optional<Long> pid) {}

  /** A task that nobody has touched. */
  public static TaskInstance fresh(String dagId, String runId, String taskId, int retries) {
    return new TaskInstance(
        dagId,
        runId,
        taskId,
        UUID.randomUUID().toString(),
        TaskState.NONE,
        0,
        retries,
        Times.NEVER,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public boolean is(TaskState one) {
    return state == one;
  }

  /** Whether a process works on it. */
  public boolean isUnderWay() {
    return state == TaskState.RUNNING || state == TaskState.RESTARTING;
  }

  /** The next attempt, chosen by the rules. */
  public TaskInstance scheduled(Instant now) {
    return new TaskInstance(
        dagId,
        runId,
        taskId,
        UUID.randomUUID().toString(),
        TaskState.SCHEDULED,
        tryNumber + 1,
        maxTries,
        new Times(Optional.of(now), Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        note);
  }

  /** Granted its slots. */
  public TaskInstance queued(Instant now) {
    Times at = new Times(times.scheduledAt, Optional.of(now), Optional.empty(), Optional.empty());
    return with(TaskState.QUEUED, at, worker);
  }

  /** Taken by a scheduler process. */
  public TaskInstance running(Worker by, Instant now) {
    Times at = new Times(times.scheduledAt, times.queuedAt, Optional.of(now), Optional.empty());
    return with(TaskState.RUNNING, at, Optional.of(by));
  }

  /** The same with the process that was started for it. */
  public TaskInstance withPid(long pid) {
    Optional<Worker> by =
        worker.map(one -> new Worker(one.scheduler(), one.host(), Optional.of(pid)));
    return with(state, times, by);
  }

  /** Ended, or waiting to be tried again. */
  public TaskInstance ended(TaskState how, Instant now, Optional<Integer> code, String why) {
    Times at =
        new Times(
            times.scheduledAt,
            times.queuedAt,
            times.startedAt.or(() -> Optional.of(now)),
            Optional.of(now));
    return new TaskInstance(
        dagId,
        runId,
        taskId,
        attemptId,
        how,
        tryNumber,
        maxTries,
        at,
        Optional.empty(),
        worker,
        code,
        why.isEmpty() ? Optional.empty() : Optional.of(why),
        note);
  }

  public TaskInstance retryingAt(Instant due) {
    return new TaskInstance(
        dagId,
        runId,
        taskId,
        attemptId,
        state,
        tryNumber,
        maxTries,
        times,
        Optional.of(due),
        worker,
        exitCode,
        message,
        note);
  }

  /** Somebody cleared it. */
  public TaskInstance cleared(TaskState to, int newMaxTries) {
    boolean restarts = to == TaskState.RESTARTING;
    return new TaskInstance(
        dagId,
        runId,
        taskId,
        restarts ? attemptId : UUID.randomUUID().toString(),
        to,
        tryNumber,
        newMaxTries,
        restarts ? times : Times.NEVER,
        Optional.empty(),
        restarts ? worker : Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        note);
  }

  public TaskInstance withNote(Optional<String> text) {
    return new TaskInstance(
        dagId, runId, taskId, attemptId, state, tryNumber, maxTries, times, retryAt, worker,
        exitCode, message, text);
  }

  private TaskInstance with(TaskState to, Times at, Optional<Worker> by) {
    return new TaskInstance(
        dagId, runId, taskId, attemptId, to, tryNumber, maxTries, at, retryAt, by, exitCode,
        message, note);
  }

  /** Wall time of the attempt; empty while it has not ended. */
  public Optional<Duration> duration() {
    return times.endedAt.flatMap(end -> times.startedAt.map(start -> Duration.between(start, end)));
  }
}
