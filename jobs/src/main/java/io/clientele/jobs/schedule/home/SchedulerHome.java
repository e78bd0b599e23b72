package io.clientele.jobs.schedule.home;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.jobs.schedule.dag.TaskTemplates;
import io.clientele.jobs.schedule.engine.BackfillActions;
import io.clientele.jobs.schedule.engine.Clear;
import io.clientele.jobs.schedule.engine.SchedulerActions;
import io.clientele.jobs.schedule.engine.SchedulerSettings;
import io.clientele.jobs.schedule.engine.TaskLogs;
import io.clientele.jobs.schedule.notify.Channels;
import io.clientele.jobs.schedule.notify.Lateness;
import io.clientele.jobs.schedule.notify.Notifier;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.template.CommandTemplates;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything that the scheduler of a project, its commands and its interfaces work with. */
public final class SchedulerHome implements AutoCloseable {
  private final OpenProject project;
  private final FolderBag bag;
  private final MetadataDatabase database;
  private final SchedulerStore store;
  private final SchedulerSettings settings;
  private final Clock clock;

  private SchedulerHome(
      OpenProject project,
      FolderBag bag,
      MetadataDatabase database,
      SchedulerSettings settings,
      Clock clock) {
    this.project = project;
    this.bag = bag;
    this.database = database;
    this.store = new SchedulerStore(database);
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Opens the project's scheduler; the database is made when there is none yet.
   *
   * @param dags folder of the DAG files; empty = the project's {@code dags}, else the shipped ones
   */
  public static SchedulerHome open(OpenProject project, Optional<Path> dags, Clock clock) {
    try {
      Files.createDirectories(project.warehouse());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + project.warehouse() + "; mend it.", e);
    }
    return new SchedulerHome(
        project,
        bag(project, dags),
        MetadataDatabase.open(project.metadataUrl()),
        SchedulerSettings.defaults(logs(project)),
        clock);
  }

  /** The DAG files alone, for commands that need no database. */
  public static FolderBag bag(OpenProject project, Optional<Path> dags) {
    Path own = project.folder().resolve("dags");
    Path shipped = Path.of(System.getProperty("clientele.home", "."), "jobs", "dags");
    Path folder = dags.orElse(Files.isDirectory(own) ? own : shipped);
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException(
          "Cannot read DAGs: there is no folder " + folder + "; make it or name one with --dags.");
    }
    return new FolderBag(folder);
  }

  private static Path logs(OpenProject project) {
    return project.folder().resolve("logs").resolve("scheduler");
  }

  public OpenProject project() {
    return project;
  }

  public FolderBag bag() {
    return bag;
  }

  public SchedulerStore store() {
    return store;
  }

  public SchedulerSettings settings() {
    return settings;
  }

  public Clock clock() {
    return clock;
  }

  public SchedulerActions actions() {
    return new SchedulerActions(store, bag, settings, clock);
  }

  public BackfillActions backfills() {
    return new BackfillActions(store, actions(), clock);
  }

  public Clear clear() {
    return new Clear(store, bag, clock);
  }

  public TaskTemplates templates() {
    return new CommandTemplates();
  }

  /** Tells the company what its clientele.yaml asks for. */
  public Notifier notifier() {
    return new Notifier(
        store, new Lateness(store, bag, clock), Channels.of(project.config().scheduler()), clock);
  }

  public TaskLogs logs() {
    return new TaskLogs(settings.logs());
  }

  /** This process's variables; a task finds our launcher and works on this project. */
  public Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>(System.getenv());
    environment.put("CLIENTELE_PROJECT", project.folder().toString());
    String home = System.getProperty("clientele.home");
    if (home != null) {
      environment.merge("PATH", home, (path, folder) -> folder + ":" + path);
    }
    return environment;
  }

  @Override
  public void close() {
    database.close();
  }
}
