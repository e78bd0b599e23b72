package io.clientele.jobs.schedule.notify;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.engine.DagBag;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.RunType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Foresees scheduled runs that will end later than usual, from how long their tasks usually take.
 */
public final class Lateness {
  /** Less is not worth a message. */
  private static final Duration WORTH_TELLING = Duration.ofMinutes(15);

  /** How many earlier runs tell what is usual. */
  private static final int SEEN = 10;

  private final SchedulerStore store;
  private final DagBag bag;
  private final Clock clock;

  public Lateness(SchedulerStore store, DagBag bag, Clock clock) {
    this.store = store;
    this.bag = bag;
    this.clock = clock;
  }

  /** A run that will be late. */
  public record Late(DagRun run, Instant expectedEnd, Duration by) {}

  /** The runs that will be late, as it looks now. */
  public List<Late> now() {
    return store.read(tables -> tables.runs().in(RunState.RUNNING)).stream()
        .filter(run -> run.type() == RunType.SCHEDULED)
        .flatMap(run -> late(run).stream())
        .toList();
  }

  private Optional<Late> late(DagRun run) {
    Optional<DagDefinition> dag = bag.find(run.dagId());
    List<DagRun> earlier =
        store.read(
            tables ->
                tables
                    .runs()
                    .list(
                        "dag_id = ? AND state = 'success' AND run_type = 'scheduled' ORDER BY"
                            + " run_after DESC LIMIT ?",
                        run.dagId(),
                        SEEN));
    if (dag.isEmpty() || earlier.isEmpty()) {
      return Optional.empty();
    }
    Duration usualDelay =
        median(
            earlier.stream()
                .map(one -> Duration.between(one.runAfter(), one.times().endedAt().orElseThrow()))
                .toList());
    Instant expected = expectedEnd(dag.get(), run, earlier);
    Duration by = Duration.between(run.runAfter().plus(usualDelay), expected);
    return by.compareTo(WORTH_TELLING) < 0
        ? Optional.empty()
        : Optional.of(new Late(run, expected, by));
  }

  /** When the last task ends, if each takes as long as usual from when it can begin. */
  private Instant expectedEnd(DagDefinition dag, DagRun run, List<DagRun> earlier) {
    Map<String, TaskInstance> tasks =
        store.read(tables -> tables.tasks().of(run.dagId(), run.runId())).stream()
            .collect(Collectors.toMap(TaskInstance::taskId, Function.identity()));
    Map<String, Instant> ends = new HashMap<>();
    Instant last = clock.instant();
    for (TaskDefinition task : dag.tasks()) {
      Instant end = end(dag, task, tasks, usual(run.dagId(), earlier), ends);
      last = end.isAfter(last) ? end : last;
    }
    return last;
  }

  private Instant end(
      DagDefinition dag,
      TaskDefinition task,
      Map<String, TaskInstance> tasks,
      Map<String, Duration> usual,
      Map<String, Instant> ends) {
    Instant known = ends.get(task.taskId());
    if (known != null) {
      return known;
    }
    Instant now = clock.instant();
    Instant ready = now;
    for (String upstream : task.upstream()) {
      Instant end = end(dag, dag.task(upstream).orElseThrow(), tasks, usual, ends);
      ready = end.isAfter(ready) ? end : ready;
    }
    Optional<TaskInstance> instance = Optional.ofNullable(tasks.get(task.taskId()));
    Duration takes = usual.getOrDefault(task.taskId(), Duration.ZERO);
    Instant end =
        instance
            .map(one -> end(one, takes, now))
            .orElse(Optional.empty())
            .orElse(ready.plus(takes));
    ends.put(task.taskId(), end);
    return end;
  }

  /** Of a task that has ended, runs, or waits to be tried again; empty when it waits for others. */
  private static Optional<Instant> end(TaskInstance task, Duration takes, Instant now) {
    if (task.state().isFinished()) {
      return Optional.of(now);
    }
    if (task.isUnderWay()) {
      Instant end = task.times().startedAt().orElse(now).plus(takes);
      return Optional.of(end.isAfter(now) ? end : now);
    }
    return task.retryAt().map(at -> (at.isAfter(now) ? at : now).plus(takes));
  }

  private Map<String, Duration> usual(String dagId, List<DagRun> earlier) {
    return earlier.stream()
        .flatMap(run -> store.read(tables -> tables.tasks().of(dagId, run.runId())).stream())
        .filter(task -> task.duration().isPresent())
        .collect(
            Collectors.groupingBy(
                TaskInstance::taskId,
                Collectors.collectingAndThen(
                    Collectors.mapping(task -> task.duration().get(), Collectors.toList()),
                    Lateness::median)));
  }

  private static Duration median(List<Duration> durations) {
    return durations.stream().sorted().toList().get(durations.size() / 2);
  }
}
