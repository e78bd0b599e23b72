package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.Bash;
import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.RenderedCommand;
import io.clientele.jobs.schedule.dag.TaskContext;
import io.clientele.jobs.schedule.dag.TaskTemplates;
import io.clientele.jobs.schedule.state.TaskState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.store.Xcoms;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A scheduler whose passes a test makes itself, on a clock that it moves. */
final class Engine implements AutoCloseable {
  /** Commands as they stand; no test here is about templates. */
  static final TaskTemplates PLAIN =
      context -> {
        Bash bash = context.task().bash().orElseThrow();
        return new RenderedCommand(named(bash.command(), context), bash.env(), bash.cwd());
      };

  private static String named(String command, TaskContext context) {
    return command.replace("{{ run_id }}", context.run().runId());
  }

  final MutableClock clock;
  final MetadataDatabase database;
  final SchedulerStore store;
  final SchedulerActions actions;
  final BackfillActions backfills;
  final Clear clear;
  final SchedulerSettings settings;
  private final Semaphore woken = new Semaphore(0);
  final Scheduler scheduler;
  private volatile List<DagDefinition> dags;

  Engine(Path folder, Instant now, DagDefinition... dags) {
    this(MetadataDatabase.defaultUrl(folder), folder, new MutableClock(now), dags);
  }

  Engine(String url, Path folder, MutableClock clock, DagDefinition... dags) {
    this.clock = clock;
    this.dags = List.of(dags);
    this.database = MetadataDatabase.open(url);
    this.store = new SchedulerStore(database);
    this.settings =
        SchedulerSettings.defaults(folder.resolve("logs"))
            .withNewDagsPaused(false)
            .withTimes(
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofMillis(300),
                Duration.ofSeconds(5));
    DagBag bag = () -> this.dags;
    this.actions = new SchedulerActions(store, bag, settings, clock);
    this.backfills = new BackfillActions(store, actions, clock);
    this.clear = new Clear(store, bag, clock);
    this.scheduler =
        new Scheduler(
            store, bag, PLAIN, settings, clock, System.getenv(), runs -> {}, woken::release);
  }

  void replace(DagDefinition... newDags) {
    dags = List.of(newDags);
  }

  /** Passes until nothing runs and nothing ends any more. */
  void settle() {
    until(() -> false);
  }

  /** Passes until a condition holds, or nothing runs and nothing ends any more. */
  void until(BooleanSupplier condition) {
    boolean more = true;
    while (more && !condition.getAsBoolean()) {
      boolean ended = scheduler.pass();
      if (!ended && scheduler.running() > 0) {
        awaitEvent();
        ended = true;
      }
      more = ended || scheduler.running() > 0;
    }
  }

  private void awaitEvent() {
    try {
      if (!woken.tryAcquire(20, TimeUnit.SECONDS)) {
        throw new AssertionError("no task has reported for 20 seconds");
      }
      woken.drainPermits();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  List<DagRun> runs(String dagId) {
    return store.read(tables -> tables.runs().list("dag_id = ? ORDER BY run_after, run_id", dagId));
  }

  List<String> runStates(String dagId) {
    return runs(dagId).stream().map(run -> run.runId() + " " + run.state().text()).toList();
  }

  TaskInstance task(String dagId, String runId, String taskId) {
    return store.read(tables -> tables.tasks().find(dagId, runId, taskId)).orElseThrow();
  }

  Map<String, TaskState> states(String dagId, String runId) {
    Map<String, TaskState> states = new TreeMap<>();
    store
        .read(tables -> tables.tasks().of(dagId, runId))
        .forEach(task -> states.put(task.taskId(), task.state()));
    return states;
  }

  Optional<Object> xcom(String dagId, String runId, String taskId) {
    return store
        .read(tables -> tables.xcoms().find(dagId, runId, taskId, Xcoms.RETURN_VALUE))
        .map(Xcoms.Entry::value);
  }

  List<TaskInstance> attempts(String dagId, String runId, String taskId) {
    return store.read(tables -> tables.tasks().attempts(dagId, runId, taskId));
  }

  String log(TaskInstance task, int tryNumber) {
    try {
      return Files.readString(
          new TaskLogs(settings.logs()).file(task.dagId(), task.runId(), task.taskId(), tryNumber));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    scheduler.abandon();
    database.close();
  }
}
