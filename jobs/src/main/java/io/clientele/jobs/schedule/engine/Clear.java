package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.Clearing;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.Tables;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes tasks run again; their attempts so far and their logs are kept. */
public final class Clear {
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private final SchedulerStore store;
  private final DagBag bag;
  private final Clock clock;

  public Clear(SchedulerStore store, DagBag bag, Clock clock) {
    this.store = store;
    this.bag = bag;
    this.clock = clock;
  }

  /** What would be cleared, as it stands. */
  public List<TaskInstance> dryRun(ClearRequest request) {
    return store.read(tables -> chosen(tables, request));
  }

  /** Clears it; the answer is how the tasks stood before. */
  public List<TaskInstance> clear(ClearRequest request) {
    return store.decide(tables -> clear(tables, request));
  }

  private List<TaskInstance> clear(Tables tables, ClearRequest request) {
    List<TaskInstance> chosen = chosen(tables, request);
    Set<String> runs = new LinkedHashSet<>();
    chosen.forEach(
        task -> {
          clear(tables, task);
          runs.add(task.runId());
        });
    // A run without any instance yet is queued again all the same.
    request.runId().filter(run -> request.taskIds().isEmpty()).ifPresent(runs::add);
    runs.forEach(runId -> requeue(tables, request, runId));
    return chosen;
  }

  /** Clears every task of a run, whose own state the caller sets. */
  void clearAll(Tables tables, DagRun run) {
    tables.tasks().of(run.dagId(), run.runId()).forEach(task -> clear(tables, task));
  }

  private void clear(Tables tables, TaskInstance task) {
    int retries =
        bag.find(task.dagId())
            .flatMap(dag -> dag.task(task.taskId()))
            .map(definition -> definition.retryPolicy().retries())
            .orElse(0);
    Clearing.Cleared cleared =
        Clearing.task(task.state(), task.tryNumber(), task.maxTries(), retries);
    tables.tasks().keepAttempt(task);
    tables.tasks().save(task.cleared(cleared.state(), cleared.maxTries()));
  }

  /** Clears what failed behind tasks that were set by hand: it may go another way now. */
  void clearFailedBehind(Tables tables, String dagId, String runId, Set<String> taskIds) {
    DagShape shape = DagShape.of(find(dagId));
    tables.tasks().of(dagId, runId).stream()
        .filter(task -> task.state().isFailure() && !taskIds.contains(task.taskId()))
        .filter(task -> shape.graph().tasks().contains(task.taskId()))
        .filter(task -> !Collections.disjoint(shape.graph().ancestors(task.taskId()), taskIds))
        .forEach(task -> clear(tables, task));
  }

  private void requeue(Tables tables, ClearRequest request, String runId) {
    DagRun run = SchedulerActions.run(tables, request.dagId(), runId);
    RunState state = Clearing.run(run.state(), request.resetsRuns());
    if (state != run.state()) {
      tables.runs().save(run.queuedAgain(clock.instant()));
    }
  }

  private List<TaskInstance> chosen(Tables tables, ClearRequest request) {
    Set<String> taskIds = taskIds(request);
    List<TaskInstance> chosen = new ArrayList<>();
    for (DagRun run : runs(tables, request)) {
      tables.tasks().of(run.dagId(), run.runId()).stream()
          .filter(task -> taskIds.isEmpty() || taskIds.contains(task.taskId()))
          .filter(task -> !request.onlyFailed() || task.state().isFailure())
          .filter(task -> !request.onlyRunning() || task.isUnderWay())
          .forEach(chosen::add);
    }
    return chosen;
  }

  /** Empty = all. */
  private Set<String> taskIds(ClearRequest request) {
    if (request.taskIds().isEmpty()) {
      return Set.of();
    }
    DagDefinition dag = find(request.dagId());
    DagShape shape = DagShape.of(dag);
    Set<String> ids = new LinkedHashSet<>();
    for (String taskId : request.taskIds()) {
      TaskDefinition task =
          dag.task(taskId)
              .orElseThrow(
                  () ->
                      new UnknownException(
                          "Cannot clear %s: %s has no such task; see 'clientele tasks list %s'."
                              .formatted(taskId, dag.dagId(), dag.dagId())));
      ids.add(task.taskId());
      if (request.reach().upstream()) {
        ids.addAll(shape.graph().ancestors(taskId));
      }
      if (request.reach().downstream()) {
        ids.addAll(shape.graph().descendants(taskId));
      }
    }
    return ids;
  }

  private DagDefinition find(String dagId) {
    return bag.find(dagId)
        .orElseThrow(
            () ->
                new UnknownException(
                    "Cannot find DAG " + dagId + ": no file names it; see 'clientele dags list'."));
  }

  private static List<DagRun> runs(Tables tables, ClearRequest request) {
    if (request.runId().isEmpty()) {
      return tables
          .runs()
          .between(request.dagId(), request.from().orElse(FIRST), request.to().orElse(LAST));
    }
    DagRun run = SchedulerActions.run(tables, request.dagId(), request.runId().get());
    ClearRequest.Reach reach = request.reach();
    if (run.logicalDate().isEmpty() || !(reach.past() || reach.future())) {
      return List.of(run);
    }
    Instant from = reach.past() ? FIRST : run.logicalDate().get();
    Instant to = reach.future() ? LAST : run.logicalDate().get();
    return tables.runs().between(request.dagId(), from, to);
  }
}
