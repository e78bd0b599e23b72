package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.RetryPolicy;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.Retries;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.store.Xcoms;
import io.clientele.jobs.schedule.timetable.RunIds;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what became of attempts, and when the next one may be. */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final Pass pass;

  Attempts(Pass pass) {
    this.pass = pass;
  }

  /** Takes what an attempt's process reported, unless the task has moved on without it. */
  void apply(AttemptEvent event, String scheduler) {
    pass
        .tables()
        .tasks()
        .list("attempt_id = ? AND owner = ?", event.attemptId(), scheduler)
        .stream()
        .filter(TaskInstance::isUnderWay)
        .findFirst()
        .ifPresent(
            task ->
                event
                    .end()
                    .ifPresentOrElse(
                        end -> ended(task, end),
                        () -> pass.tables().tasks().save(task.withPid(event.pid()))));
  }

  private void ended(TaskInstance task, AttemptEvent.End end) {
    if (end.isHandedOver()) {
      LOG.info("{}: handed over, to be begun again", name(task));
      TaskInstance again =
          task.ended(TaskState.UP_FOR_RETRY, end.at(), Optional.empty(), end.message())
              .cleared(TaskState.UP_FOR_RETRY, task.maxTries() + 1);
      pass.tables().tasks().save(again);
      return;
    }
    if (task.is(TaskState.RESTARTING)) {
      failed(task, end.at(), end.exitCode(), "cleared while it ran", false);
      return;
    }
    Set<Integer> skips =
        definition(task)
            .flatMap(TaskDefinition::bash)
            .map(bash -> bash.skipOnExitCode())
            .orElse(Set.of());
    int code = end.exitCode().orElse(-1);
    TaskState state = Retries.afterExit(code, skips, task.tryNumber(), task.maxTries());
    if (state.isGood()) {
      LOG.info("{}: {}", name(task), state.text());
      pass.tables().tasks().save(task.ended(state, end.at(), end.exitCode(), end.message()));
      if (state == TaskState.SUCCESS
          && definition(task).filter(TaskDefinition::pushesXcom).isPresent()) {
        end.lastLine()
            .ifPresent(
                line -> pass.tables().xcoms().push(task, Xcoms.RETURN_VALUE, line, end.at()));
      }
    } else {
      failed(task, end.at(), end.exitCode(), end.message(), end.isFinal());
    }
  }

  /** Takes the result of a process whose scheduler was gone before it noted it. */
  void found(TaskInstance task, TaskLogs.Result result) {
    LOG.info("{}: taken over, its process had ended well by itself", name(task));
    ended(
        task,
        new AttemptEvent.End(
            pass.now(),
            Optional.of(result.exitCode()),
            Optional.of(result.lastLine()),
            "noted by another scheduler",
            false,
            false));
  }

  /** Fails the attempt of a process that is gone. */
  void lost(TaskInstance task, String why) {
    LOG.warn("{}: taken over, {}", name(task), why);
    failed(task, pass.now(), Optional.empty(), why, false);
  }

  private void failed(
      TaskInstance task, Instant at, Optional<Integer> exitCode, String why, boolean isFinal) {
    boolean restarts = task.is(TaskState.RESTARTING);
    TaskState state =
        restarts ? TaskState.UP_FOR_RETRY : Retries.afterFailure(task.tryNumber(), task.maxTries());
    if (isFinal) {
      state = TaskState.FAILED;
    }
    TaskInstance ended = task.ended(state, at, exitCode, why);
    if (state == TaskState.UP_FOR_RETRY) {
      // Decided now: a later change of the delay does not move a waiting retry.
      Instant again = at.plus(restarts ? Duration.ZERO : delay(task));
      ended = ended.retryingAt(again);
      LOG.warn("{}: {}; tried again after {}", name(task), why, again);
    } else {
      LOG.warn("{}: {}, {}", name(task), state.text(), why);
    }
    pass.tables().tasks().save(ended);
  }

  /** An attempt as log lines call it. */
  static String name(TaskInstance task) {
    return "%s %s %s attempt %d"
        .formatted(task.dagId(), task.runId(), task.taskId(), task.tryNumber());
  }

  private Duration delay(TaskInstance task) {
    RetryPolicy policy = definition(task).map(TaskDefinition::retryPolicy).orElse(RetryPolicy.NONE);
    String date =
        pass.tables()
            .runs()
            .find(task.dagId(), task.runId())
            .flatMap(run -> run.logicalDate())
            .map(logicalDate -> RunIds.isoText(logicalDate).replace('T', ' '))
            .orElse("None");
    String key = String.join("#", task.dagId(), task.taskId(), date);
    return Retries.delay(
        policy.delay(), policy.backoff(), policy.maxDelay(), task.tryNumber(), key);
  }

  private Optional<TaskDefinition> definition(TaskInstance task) {
    return pass.shape(task.dagId())
        .flatMap(shape -> Optional.ofNullable(shape.tasks().get(task.taskId())));
  }
}
