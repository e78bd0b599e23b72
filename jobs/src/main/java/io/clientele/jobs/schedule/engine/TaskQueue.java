package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.Queueing;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.state.PoolQueue;
import io.clientele.jobs.schedule.state.PoolQueue.Waiting;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.Pools;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Grants slots to scheduled tasks: by weight, within every limit, backfills last. */
final class TaskQueue {
  private final Pass pass;
  private final Map<String, Integer> openSlots = new HashMap<>();
  private final Map<String, Integer> occupied = new HashMap<>();
  private int open;

  TaskQueue(Pass pass) {
    this.pass = pass;
    this.open = pass.settings().parallelism();
    for (Pools.Pool pool : pass.tables().pools().all()) {
      openSlots.put(pool.name(), pool.slots() < 0 ? Integer.MAX_VALUE : pool.slots());
    }
    pass.tables().tasks().occupying().forEach(this::occupy);
  }

  private record Candidate(TaskInstance task, TaskDefinition definition, DagRun run) {}

  private static String perRun(TaskInstance task) {
    return task.dagId() + "\n" + task.runId();
  }

  private static String perTask(TaskInstance task) {
    return task.dagId() + "\t" + task.taskId();
  }

  private void occupy(TaskInstance task) {
    open--;
    occupied.merge(perRun(task), 1, Integer::sum);
    occupied.merge(perTask(task), 1, Integer::sum);
    definition(task)
        .map(TaskDefinition::queueing)
        .ifPresent(place -> openSlots.merge(place.pool(), -place.slots(), Integer::sum));
  }

  private Optional<TaskDefinition> definition(TaskInstance task) {
    return pass.shape(task.dagId())
        .flatMap(shape -> Optional.ofNullable(shape.tasks().get(task.taskId())));
  }

  void grant() {
    for (Waiting<Candidate> waiting : candidates(TaskState.SCHEDULED)) {
      Candidate candidate = waiting.key();
      if (!pass.isPaused(candidate.task().dagId()) && mayStart(candidate)) {
        pass.tables().tasks().save(candidate.task().queued(pass.now()));
        occupy(candidate.task());
      }
    }
  }

  /** Takes queued tasks for a process, the first ones first. */
  List<TaskInstance> claim(TaskInstance.Worker worker, int free) {
    List<TaskInstance> claimed =
        candidates(TaskState.QUEUED).stream()
            .limit(Math.max(0, free))
            .map(waiting -> waiting.key().task().running(worker, pass.now()))
            .toList();
    claimed.forEach(pass.tables().tasks()::save);
    return claimed;
  }

  /** Tonight's runs before backfills, then Airflow's order. */
  private List<Waiting<Candidate>> candidates(TaskState state) {
    List<Waiting<Candidate>> candidates = new ArrayList<>();
    for (TaskInstance task : pass.tables().tasks().in(state)) {
      definition(task).ifPresent(found -> candidates.add(waiting(task, found)));
    }
    Comparator<Waiting<Candidate>> backfillsLast =
        Comparator.comparing(waiting -> waiting.key().run().isBackfill());
    candidates.sort(backfillsLast.thenComparing(PoolQueue.order()));
    return candidates;
  }

  private Waiting<Candidate> waiting(TaskInstance task, TaskDefinition definition) {
    DagRun run = pass.tables().runs().find(task.dagId(), task.runId()).orElseThrow();
    int weight = pass.shape(task.dagId()).orElseThrow().weights().get(task.taskId());
    return new Waiting<>(
        new Candidate(task, definition, run),
        weight,
        definition.queueing().slots(),
        run.logicalDate());
  }

  /** A task of an unknown pool finds no slot and waits for ever. */
  private boolean mayStart(Candidate candidate) {
    Queueing place = candidate.definition().queueing();
    int maxOfRun =
        pass.shape(candidate.task().dagId()).orElseThrow().dag().limits().maxActiveTasks();
    return open > 0
        && openSlots.getOrDefault(place.pool(), 0) >= place.slots()
        && occupied.getOrDefault(perRun(candidate.task()), 0) < maxOfRun
        && place
            .maxActivePerDag()
            .map(max -> occupied.getOrDefault(perTask(candidate.task()), 0) < max)
            .orElse(true);
  }
}
