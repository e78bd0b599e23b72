package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.engine.SchedulerProcess;
import io.clientele.jobs.schedule.engine.SchedulerSettings;
import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.schedule.watch.WatchServer;
import io.clientele.jobs.web.ApiServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele scheduler}: runs DAGs when they are due, until it is stopped. */
@Command(
    name = "scheduler",
    description = {
      "Run DAGs when they are due, until it is stopped (TERM or Ctrl-C).",
      "Any number may share a PostgreSQL database; beside SQLite there is one."
    },
    mixinStandardHelpOptions = true)
final class SchedulerCommand implements Callable<Integer> {
  @Mixin private SchedulerOptions options;
  @Mixin private ApiOptions api;

  @Option(
      names = "--capacity",
      paramLabel = "N",
      description = "Tasks that this process runs at a time; default: one a core, four at least.")
  private Integer capacity;

  @Option(
      names = "--new-dags-active",
      description = "A DAG never seen before starts at once instead of paused.")
  private boolean newDagsActive;

  @Override
  public Integer call() {
    try (SchedulerHome home = options.open()) {
      SchedulerSettings settings = home.settings().withNewDagsPaused(!newDagsActive);
      if (capacity != null) {
        settings = settings.withCapacity(capacity);
      }
      SchedulerProcess process =
          new SchedulerProcess(
              home.store(),
              home.bag(),
              home.templates(),
              settings,
              home.clock(),
              home.environment(),
              ended -> {},
              home.notifier()::tell);
      process.stopWithProcess();
      Terminal.out()
          .println(
              "Scheduler of %s: %d DAGs in %s, logs in %s"
                  .formatted(
                      home.project().folder(),
                      home.bag().dags().size(),
                      home.bag().folder(),
                      settings.logs()));
      Terminal.out().flush();
      try (WatchServer watch = watch(home, settings);
          ApiServer answers = api.start(home, settings)) {
        process.run();
      }
      return ExitCodes.DONE;
    }
  }

  /** Null when nobody asked for it. */
  private static WatchServer watch(SchedulerHome home, SchedulerSettings settings) {
    return home.project()
        .config()
        .scheduler()
        .healthPort()
        .map(port -> WatchServer.start(port, home.store(), home.clock(), settings.staleAfter()))
        .orElse(null);
  }
}
