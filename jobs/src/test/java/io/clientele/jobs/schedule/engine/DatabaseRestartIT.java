package io.clientele.jobs.schedule.engine;

import static io.clientele.jobs.schedule.dag.DagDefinition.dag;
import static io.clientele.jobs.schedule.dag.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two schedulers whose PostgreSQL is stopped in the middle of a task, and started again. */
class DatabaseRestartIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  /** The first task ends when it is let, so that it surely ends while the database is away. */
  private DagDefinition night() {
    String write = "echo $AIRFLOW_CTX_DAG_RUN_ID $AIRFLOW_CTX_TASK_ID >> " + journal();
    String wait = "touch FOLDER/began; until test -e FOLDER/go; do sleep 0.1; done; ";
    Instant now = Instant.now().truncatedTo(ChronoUnit.HOURS);
    return dag("night", new CronDataInterval(CronExpression.parse("@hourly"), ZoneOffset.UTC))
        .startDate(now.minus(Duration.ofHours(1)))
        .catchup(true)
        .tasks(
            task("stage").bash(wait.replace("FOLDER", folder.toString()) + write).build(),
            task("build").after("stage").bash(write).build(),
            task("publish").after("build").bash(write).build())
        .build();
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private List<String> written() {
    try {
      return Files.exists(journal()) ? Files.readAllLines(journal()) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SchedulerProcess process(MetadataDatabase database, DagDefinition dag) {
    SchedulerSettings settings =
        SchedulerSettings.defaults(folder.resolve("logs"))
            .withNewDagsPaused(false)
            .withTimes(
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                Duration.ofMillis(300),
                Duration.ofSeconds(5));
    return new SchedulerProcess(
        new SchedulerStore(database),
        () -> List.of(dag),
        Engine.PLAIN,
        settings,
        Clock.systemUTC(),
        System.getenv(),
        runs -> {},
        () -> {});
  }

  private EmbeddedPostgres server(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(folder.resolve("data"))
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  @Test
  void aRunThatLosesItsDatabaseInTheMiddleCompletesAndNothingIsDoneTwice() throws Exception {
    DagDefinition dag = night();
    EmbeddedPostgres before = server(0);
    try (MetadataDatabase database =
        MetadataDatabase.open(before.getJdbcUrl("postgres", "postgres"))) {
      List<SchedulerProcess> schedulers =
          Stream.generate(() -> process(database, dag)).limit(2).toList();
      ExecutorService threads = Executors.newCachedThreadPool();
      List<CompletableFuture<Void>> work =
          schedulers.stream().map(each -> CompletableFuture.runAsync(each::run, threads)).toList();
      Children.await("a task runs", PATIENCE, () -> Files.exists(folder.resolve("began")));
      before.close();
      Files.createFile(folder.resolve("go"));
      Children.await("the task ends", PATIENCE, () -> written().size() == 1);
      for (SchedulerProcess each : schedulers) {
        Children.await(
            "the scheduler misses its database",
            PATIENCE,
            () -> each.silence().compareTo(Duration.ofSeconds(2)) > 0);
      }
      try (EmbeddedPostgres after = server(before.getPort())) {
        Children.await("all tasks are done", PATIENCE, () -> written().size() >= 3);
        Children.await("the run has ended", PATIENCE, () -> ended(database) >= 1);
        schedulers.forEach(SchedulerProcess::stop);
        work.forEach(CompletableFuture::join);
        threads.shutdown();
        requireEachOnce(database);
      }
    }
  }

  private static long ended(MetadataDatabase database) {
    return runs(database).stream().filter(run -> run.state().isFinished()).count();
  }

  private static List<DagRun> runs(MetadataDatabase database) {
    return new SchedulerStore(database).read(tables -> tables.runs().of("night", 10));
  }

  /** One run is owed, two when the hour turns under the test. */
  private void requireEachOnce(MetadataDatabase database) {
    List<DagRun> runs = runs(database);
    assertThat(runs).extracting(DagRun::state).containsOnly(RunState.SUCCESS);
    assertThat(written()).hasSize(3 * runs.size()).doesNotHaveDuplicates();
    List<TaskInstance> tasks =
        new SchedulerStore(database).read(tables -> tables.tasks().list("1 = 1"));
    assertThat(tasks).extracting(TaskInstance::tryNumber).hasSize(3 * runs.size()).containsOnly(1);
  }
}
