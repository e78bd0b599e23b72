package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.FailedInARow;
import io.clientele.jobs.schedule.state.RunOutcome;
import io.clientele.jobs.schedule.state.RunSnapshot;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.state.RunTimeout;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings one running run forward: rules, retries, its time limit, its end. */
final class RunAdvance {
  private static final Logger LOG = LoggerFactory.getLogger(RunAdvance.class);

  private final Pass pass;
  private final DagShape shape;
  private final DagRun run;
  private final Map<String, TaskInstance> tasks = new LinkedHashMap<>();

  private RunAdvance(Pass pass, DagShape shape, DagRun run) {
    this.pass = pass;
    this.shape = shape;
    this.run = run;
  }

  /** Every running run of a DAG that is not paused. */
  static void advanceAll(Pass pass) {
    for (DagRun run : pass.tables().runs().in(RunState.RUNNING)) {
      if (!pass.isPaused(run.dagId())) {
        new RunAdvance(pass, pass.shape(run.dagId()).orElseThrow(), run).advance();
      }
    }
  }

  private void advance() {
    load();
    if (isOverdue()) {
      timeOut();
      return;
    }
    // Upstreams come first in the order, so one round settles everything that settles now.
    shape.order().forEach(this::decide);
    RunOutcome outcome = snapshot().outcome();
    if (outcome.state().isFinished()) {
      end(outcome);
    }
  }

  /** Reads the instances; makes those of new tasks, and takes those of vanished tasks out. */
  private void load() {
    Map<String, TaskInstance> stored = new LinkedHashMap<>();
    pass.tables()
        .tasks()
        .of(run.dagId(), run.runId())
        .forEach(task -> stored.put(task.taskId(), task));
    for (String taskId : shape.order()) {
      tasks.put(taskId, stored.containsKey(taskId) ? stored.remove(taskId) : insert(taskId));
    }
    stored.values().stream()
        .filter(task -> !task.state().isFinished() && !task.isUnderWay())
        .forEach(
            task ->
                pass.tables()
                    .tasks()
                    .save(
                        task.ended(
                            TaskState.REMOVED,
                            pass.now(),
                            Optional.empty(),
                            "the DAG has no such task any more")));
  }

  private TaskInstance insert(String taskId) {
    int retries = shape.tasks().get(taskId).retryPolicy().retries();
    TaskInstance task = TaskInstance.fresh(run.dagId(), run.runId(), taskId, retries);
    pass.tables().tasks().insert(task);
    return task;
  }

  private boolean isOverdue() {
    Optional<Instant> start = run.times().startedAt();
    return start.isPresent()
        && shape
            .dag()
            .limits()
            .runTimeout()
            .map(timeout -> RunTimeout.isOver(start.get(), timeout, pass.now()))
            .orElse(false);
  }

  private void timeOut() {
    for (TaskInstance task : tasks.values()) {
      if (!task.state().isFinished()) {
        save(
            task.ended(
                RunTimeout.afterwards(task.state()),
                pass.now(),
                Optional.empty(),
                "the run took longer than its time limit"));
      }
    }
    end(new RunOutcome(RunState.FAILED, RunOutcome.Reason.TIMED_OUT));
  }

  private void decide(String taskId) {
    TaskInstance task = tasks.get(taskId);
    if (!task.state().isSchedulable() || isInTheFuture()) {
      return;
    }
    switch (snapshot().verdict(taskId)) {
      case SKIP -> save(task.ended(TaskState.SKIPPED, pass.now(), Optional.empty(), ""));
      case UPSTREAM_FAIL ->
          save(task.ended(TaskState.UPSTREAM_FAILED, pass.now(), Optional.empty(), ""));
      case RUN -> schedule(task, shape.tasks().get(taskId));
      case WAIT -> {}
    }
  }

  /** A run may be triggered for a date to come; its tasks wait for it. */
  private boolean isInTheFuture() {
    return run.logicalDate().isPresent() && run.logicalDate().get().isAfter(pass.now());
  }

  private void schedule(TaskInstance task, TaskDefinition definition) {
    boolean waits = task.retryAt().isPresent() && !pass.now().isAfter(task.retryAt().get());
    if (waits || !new Past(pass, shape, run).allows(definition)) {
      return;
    }
    if (task.is(TaskState.UP_FOR_RETRY)) {
      pass.tables().tasks().keepAttempt(task); // a cleared one was kept when it was cleared
    }
    pass.tables().xcoms().deleteOf(task);
    TaskInstance next = task.scheduled(pass.now());
    // A task without a command has nothing to run.
    save(
        definition.bash().isPresent()
            ? next
            : next.ended(TaskState.SUCCESS, pass.now(), Optional.empty(), ""));
  }

  private void save(TaskInstance task) {
    tasks.put(task.taskId(), task);
    pass.tables().tasks().save(task);
  }

  private RunSnapshot snapshot() {
    Map<String, TaskState> states = new LinkedHashMap<>();
    tasks.forEach((id, task) -> states.put(id, task.state()));
    Set<String> held = new HashSet<>();
    shape
        .tasks()
        .forEach(
            (id, task) -> {
              if (task.dependsOnPast()
                  || task.queueing().maxActivePerDag().isPresent()
                  || isInTheFuture()) {
                held.add(id);
              }
            });
    return new RunSnapshot(shape.graph(), shape.rules(), states, held);
  }

  private void end(RunOutcome outcome) {
    DagRun ended = run.ended(outcome, pass.now());
    pass.tables().runs().save(ended);
    pass.ended(ended);
    String why =
        outcome.reason() == RunOutcome.Reason.NONE
            ? ""
            : ", " + outcome.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    LOG.info("{} {} has ended: {}{}", run.dagId(), run.runId(), outcome.state().text(), why);
    int limit = shape.dag().limits().maxConsecutiveFailedRuns();
    if (limit > 0
        && FailedInARow.isReached(pass.tables().runs().newestStates(run.dagId(), limit), limit)) {
      pass.pause(run.dagId());
      LOG.warn("{} is paused: its {} newest runs failed", run.dagId(), limit);
    }
  }
}
