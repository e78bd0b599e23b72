package io.clientele.jobs.schedule.engine;

import static io.clientele.jobs.schedule.dag.DagDefinition.dag;
import static io.clientele.jobs.schedule.dag.TaskDefinition.task;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.RetryPolicy;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A scheduler in a process of its own, to be killed: database URL, folder, start date, command. */
final class SchedulerMain {
  static final String DAG = "night";
  static final List<String> TASKS = List.of("stage", "build", "publish");

  private SchedulerMain() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[1]);
    List<DagDefinition> dags = List.of(night(Instant.parse(arguments[2]), arguments[3]));
    SchedulerSettings settings =
        SchedulerSettings.defaults(folder.resolve("logs"))
            .withNewDagsPaused(false)
            .withTimes(
                Duration.ofMillis(200),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                Duration.ofSeconds(1));
    try (MetadataDatabase database = MetadataDatabase.open(arguments[0])) {
      SchedulerProcess process =
          new SchedulerProcess(
              new SchedulerStore(database),
              () -> dags,
              Engine.PLAIN,
              settings,
              Clock.systemUTC(),
              System.getenv(),
              runs -> {},
              () -> {});
      process.stopWithProcess();
      process.run();
    }
  }

  /** Three tasks one after another, hourly since the start date. */
  static DagDefinition night(Instant start, String command) {
    return dag(DAG, new CronDataInterval(CronExpression.parse("@hourly"), ZoneOffset.UTC))
        .startDate(start)
        .catchup(true)
        .tasks(
            step("stage", command),
            step("build", command, "stage"),
            step("publish", command, "build"))
        .build();
  }

  private static TaskDefinition step(String id, String command, String... after) {
    return task(id)
        .after(after)
        .bash(command)
        .retryPolicy(new RetryPolicy(50, Duration.ofMillis(100), 0, Optional.empty()))
        .build();
  }
}
