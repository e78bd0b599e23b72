package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskTemplates;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs a DAG once, by itself, in a database that is thrown away. */
public final class Trial {
  private final TaskTemplates templates;
  private final Map<String, String> environment;
  private final Clock clock;

  public Trial(TaskTemplates templates, Map<String, String> environment, Clock clock) {
    this.templates = templates;
    this.environment = environment;
    this.clock = clock;
  }

  /** A task as it ended, with the text of its last log. */
  public record Tried(TaskInstance task, String log) {}

  /** How it went. */
  public record Outcome(DagRun run, List<Tried> tasks) {}

  /** Runs the DAG to its end; retries wait as long as they say. */
  public Outcome run(DagDefinition dag, TriggerRequest request)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("clientele-trial-");
    try (MetadataDatabase database = MetadataDatabase.open(MetadataDatabase.defaultUrl(folder))) {
      return run(
          new SchedulerStore(database), folder, dag.unscheduled(), request.withIntervalOf(dag));
    } finally {
      Folders.delete(folder);
    }
  }

  private Outcome run(SchedulerStore store, Path folder, DagDefinition dag, TriggerRequest request)
      throws IOException, InterruptedException {
    SchedulerSettings settings =
        SchedulerSettings.defaults(folder.resolve("logs")).withNewDagsPaused(false);
    List<DagDefinition> only = List.of(dag);
    Semaphore woken = new Semaphore(0);
    Scheduler scheduler =
        new Scheduler(
            store, () -> only, templates, settings, clock, environment, runs -> {}, woken::release);
    DagRun run = new SchedulerActions(store, () -> only, settings, clock).trigger(request);
    while (!find(store, run).state().isFinished()) {
      if (!scheduler.pass() && woken.tryAcquire(200, TimeUnit.MILLISECONDS)) {
        woken.drainPermits();
      }
    }
    List<Tried> tried = new ArrayList<>();
    for (TaskInstance task : store.read(tables -> tables.tasks().of(run.dagId(), run.runId()))) {
      Path log = new TaskLogs(settings.logs()).file(task);
      tried.add(new Tried(task, Files.exists(log) ? Files.readString(log) : ""));
    }
    return new Outcome(find(store, run), tried);
  }

  private static DagRun find(SchedulerStore store, DagRun run) {
    return store.read(tables -> tables.runs().find(run.dagId(), run.runId())).orElseThrow();
  }
}
