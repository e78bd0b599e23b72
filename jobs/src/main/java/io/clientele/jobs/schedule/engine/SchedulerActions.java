package io.clientele.jobs.schedule.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.state.Clearing;
import io.clientele.jobs.schedule.state.RunOutcome;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.Tables;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What people may do to DAGs, runs and tasks; a running scheduler goes on from there. */
public final class SchedulerActions {
  private final SchedulerStore store;
  private final DagBag bag;
  private final SchedulerSettings settings;
  private final Clock clock;

  public SchedulerActions(
      SchedulerStore store, DagBag bag, SchedulerSettings settings, Clock clock) {
    this.store = store;
    this.bag = bag;
    this.settings = settings;
    this.clock = clock;
  }

  /** The definition of a DAG, or an error that says so. */
  public DagDefinition dag(String dagId) {
    return bag.find(dagId)
        .orElseThrow(
            () ->
                new UnknownException(
                    "Cannot find DAG " + dagId + ": no file names it; see 'clientele dags list'."));
  }

  /** Makes the database know the DAG, also before a scheduler has ever run. */
  DagEntry known(Tables tables, DagDefinition dag) {
    Optional<DagEntry> entry = tables.dags().find(dag.dagId());
    if (entry.isEmpty()) {
      boolean paused = dag.isPausedUponCreation().orElse(settings.pausesNewDags());
      tables.dags().seen(dag.dagId(), dag.file(), paused, clock.instant());
    }
    return tables.dags().find(dag.dagId()).orElseThrow();
  }

  void clearAll(Tables tables, DagRun run) {
    new Clear(store, bag, clock).clearAll(tables, run);
  }

  public DagEntry pause(String dagId, boolean paused) {
    DagDefinition dag = dag(dagId);
    return store.decide(
        tables -> {
          known(tables, dag);
          tables.dags().pause(dagId, paused);
          return tables.dags().find(dagId).orElseThrow();
        });
  }

  /**
   * Makes a manual run.
   *
   * @throws ConflictException when a run of that id or that logical date exists
   */
  public DagRun trigger(TriggerRequest request) {
    DagDefinition dag = dag(request.dagId());
    Instant now = clock.instant();
    DagRun run = request.run(dag, now);
    return store.decide(
        tables -> {
          known(tables, dag);
          if (!tables.runs().insert(run)) {
            throw new ConflictException(
                "Cannot trigger %s: a run %s or one of the logical date %s exists; choose others."
                    .formatted(
                        run.dagId(),
                        run.runId(),
                        run.logicalDate().map(Instant::toString).orElse("(none)")));
          }
          return run;
        });
  }

  /** The run, or an error that says so. */
  public DagRun run(String dagId, String runId) {
    return store.read(tables -> run(tables, dagId, runId));
  }

  static DagRun run(Tables tables, String dagId, String runId) {
    return tables
        .runs()
        .find(dagId, runId)
        .orElseThrow(
            () ->
                new UnknownException(
                    "Cannot find run %s of %s: there is none; see 'clientele dags list-runs %s'."
                        .formatted(runId, dagId, dagId)));
  }

  public void delete(String dagId, String runId) {
    store.change(
        tables -> {
          run(tables, dagId, runId);
          tables.runs().delete(dagId, runId);
        });
  }

  public DagRun note(String dagId, String runId, Optional<String> text) {
    return store.decide(
        tables -> {
          DagRun run = run(tables, dagId, runId).withNote(text);
          tables.runs().save(run);
          return run;
        });
  }

  /** Sets a run by hand: what runs takes the state, what waits is skipped; queued = clear it. */
  public DagRun mark(String dagId, String runId, RunState state) {
    if (state == RunState.QUEUED) {
      new Clear(store, bag, clock).clear(ClearRequest.run(dagId, runId));
      return run(dagId, runId);
    }
    Instant now = clock.instant();
    return store.decide(
        tables -> {
          DagRun run = run(tables, dagId, runId);
          for (TaskInstance task : tables.tasks().of(dagId, runId)) {
            TaskState set = Clearing.whenRunIsSet(task.state(), state);
            if (set != task.state()) {
              tables.tasks().save(task.ended(set, now, Optional.empty(), "set by hand"));
            }
          }
          DagRun ended = run.ended(new RunOutcome(state, RunOutcome.Reason.NONE), now);
          tables.runs().save(ended);
          return ended;
        });
  }

  /** Sets tasks of a DAG by hand, ends their processes, and clears what failed behind them. */
  public List<TaskInstance> mark(List<TaskInstance> tasks, TaskState state) {
    Instant now = clock.instant();
    return store.decide(
        tables -> {
          List<TaskInstance> marked =
              tasks.stream()
                  .map(task -> task.ended(state, now, Optional.empty(), "set by hand"))
                  .toList();
          marked.forEach(tables.tasks()::save);
          Clear clear = new Clear(store, bag, clock);
          marked.stream()
              .collect(groupingBy(TaskInstance::runId, mapping(TaskInstance::taskId, toSet())))
              .forEach(
                  (runId, taskIds) -> {
                    clear.clearFailedBehind(tables, marked.get(0).dagId(), runId, taskIds);
                    reopen(tables, marked.get(0).dagId(), runId, now);
                  });
          return marked;
        });
  }

  /** Queues a task whatever its upstreams, pool and limits say. */
  public TaskInstance force(String dagId, String runId, String taskId) {
    Instant now = clock.instant();
    return store.decide(
        tables -> {
          TaskInstance task =
              tables
                  .tasks()
                  .find(dagId, runId, taskId)
                  .orElseThrow(
                      () ->
                          new UnknownException(
                              "Cannot run %s: run %s has no such task yet; let the run start."
                                  .formatted(taskId, runId)));
          if (task.isUnderWay() || task.is(TaskState.QUEUED)) {
            throw new ConflictException(
                "Cannot run %s: it is %s already; wait, or clear it."
                    .formatted(taskId, task.state().text()));
          }
          tables.tasks().keepAttempt(task);
          TaskInstance forced = task.scheduled(now).queued(now);
          tables.tasks().save(forced);
          reopen(tables, dagId, runId, now);
          return forced;
        });
  }

  /** A run that had ended is looked at again: its end may be another one now. */
  private static void reopen(Tables tables, String dagId, String runId, Instant now) {
    DagRun run = run(tables, dagId, runId);
    if (run.state().isFinished()) {
      tables.runs().save(run.queuedAgain(now));
    }
  }
}
