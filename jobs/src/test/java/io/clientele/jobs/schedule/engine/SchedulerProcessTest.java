package io.clientele.jobs.schedule.engine;

import static io.clientele.jobs.schedule.dag.DagDefinition.dag;
import static io.clientele.jobs.schedule.dag.TaskDefinition.task;
import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.timetable.CronDataInterval;
import io.clientele.jobs.schedule.timetable.CronExpression;
import io.clientele.jobs.schedule.timetable.Delta;
import io.clientele.jobs.schedule.timetable.DeltaDataInterval;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchedulerProcessTest {
  /** Hourly since the hour before last: one or two runs are owed, depending on the hour's rest. */
  private static DagDefinition owedSince(Instant start) {
    return dag("hourly", new CronDataInterval(CronExpression.parse("@hourly"), ZoneOffset.UTC))
        .startDate(start)
        .catchup(true)
        .tasks(task("a").bash("echo {{ run_id }}").build(), task("b").after("a").build())
        .build();
  }

  @TempDir Path folder;

  private SchedulerProcess process(
      MetadataDatabase database, DagDefinition dag, Consumer<List<DagRun>> whenEnded) {
    List<DagDefinition> dags = List.of(dag);
    SchedulerSettings settings =
        SchedulerSettings.defaults(folder.resolve("logs"))
            .withNewDagsPaused(false)
            .withTimes(
                Duration.ofMillis(200),
                Duration.ofSeconds(30),
                Duration.ofMillis(300),
                Duration.ofSeconds(5));
    return new SchedulerProcess(
        new SchedulerStore(database),
        () -> dags,
        Engine.PLAIN,
        settings,
        Clock.systemUTC(),
        System.getenv(),
        whenEnded,
        () -> {});
  }

  @Test
  void worksByItselfBesideSqliteAndStopsInOrder() throws Exception {
    try (MetadataDatabase database = MetadataDatabase.open(MetadataDatabase.defaultUrl(folder))) {
      worksAndStops(database, 1);
    }
  }

  @Test
  void makesARunWhenItsIntervalHasEndedAndAgainAfterTheNext() throws Exception {
    Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    DagDefinition dag =
        dag("often", new DeltaDataInterval(Delta.exact(Duration.ofSeconds(1))))
            .startDate(start)
            .catchup(true)
            .tasks(task("a").bash("echo {{ run_id }}").build())
            .build();
    try (MetadataDatabase database = MetadataDatabase.open(MetadataDatabase.defaultUrl(folder))) {
      CountDownLatch two = new CountDownLatch(2);
      SchedulerProcess process =
          process(database, dag, runs -> runs.forEach(run -> two.countDown()));
      CompletableFuture<Void> work = CompletableFuture.runAsync(process::run);
      assertThat(two.await(30, TimeUnit.SECONDS)).as("two runs end").isTrue();
      process.stop();
      work.join();
      List<DagRun> runs = new SchedulerStore(database).read(tables -> tables.runs().of("often", 9));
      DagRun first = runs.get(runs.size() - 1);
      DagRun second = runs.get(runs.size() - 2);
      assertThat(first.logicalDate()).contains(start);
      assertThat(second.logicalDate()).contains(start.plusSeconds(1));
      for (DagRun run : List.of(first, second)) {
        assertThat(run.runAfter()).isEqualTo(run.interval().orElseThrow().end());
        assertThat(run.times().queuedAt().orElseThrow())
            .isBetween(run.runAfter(), run.runAfter().plusSeconds(10));
      }
    }
  }

  @Test
  void twoSchedulersOnPostgresMakeEachRunOnce() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        MetadataDatabase database =
            MetadataDatabase.open(server.getJdbcUrl("postgres", "postgres"))) {
      worksAndStops(database, 2);
    }
  }

  @Test
  void aDatabaseThatDropsEveryConnectionOnlyDelays() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start();
        MetadataDatabase database =
            MetadataDatabase.open(server.getJdbcUrl("postgres", "postgres"))) {
      Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
      CountDownLatch first = new CountDownLatch(1);
      CountDownLatch all = new CountDownLatch(3);
      SchedulerProcess process =
          process(
              database,
              owedSince(start),
              runs ->
                  runs.forEach(
                      run -> {
                        first.countDown();
                        all.countDown();
                      }));
      CompletableFuture<Void> work = CompletableFuture.runAsync(process::run);
      assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
      database
          .jdbi()
          .useHandle(
              handle ->
                  handle
                      .createQuery(
                          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <>"
                              + " pg_backend_pid() AND datname = 'postgres'")
                      .mapTo(Boolean.class)
                      .list());
      assertThat(all.await(30, TimeUnit.SECONDS)).as("all three runs end").isTrue();
      process.stop();
      assertThat(process.awaitStop(Duration.ofSeconds(20))).isTrue();
      work.join();
    }
  }

  private void worksAndStops(MetadataDatabase database, int schedulers)
      throws InterruptedException, IOException {
    Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS);
    DagDefinition dag = owedSince(start.minus(Duration.ofHours(6)));
    CountDownLatch ended = new CountDownLatch(6);
    ExecutorService threads = Executors.newCachedThreadPool();
    List<SchedulerProcess> processes =
        Stream.generate(
                () -> process(database, dag, runs -> runs.forEach(run -> ended.countDown())))
            .limit(schedulers)
            .toList();
    List<CompletableFuture<Void>> work =
        processes.stream()
            .map(process -> CompletableFuture.runAsync(process::run, threads))
            .toList();
    assertThat(ended.await(30, TimeUnit.SECONDS)).as("six runs end").isTrue();
    processes.forEach(SchedulerProcess::stop);
    for (SchedulerProcess process : processes) {
      assertThat(process.awaitStop(Duration.ofSeconds(20))).isTrue();
    }
    work.forEach(CompletableFuture::join);
    threads.shutdown();
    SchedulerStore store = new SchedulerStore(database);
    List<DagRun> runs = store.read(tables -> tables.runs().of("hourly", 100));
    assertThat(runs).extracting(DagRun::state).containsOnly(RunState.SUCCESS);
    assertThat(runs.stream().map(DagRun::logicalDate).distinct()).hasSameSizeAs(runs);
    List<Integer> tries =
        store.read(tables -> tables.tasks().list("1 = 1")).stream()
            .map(task -> task.tryNumber())
            .toList();
    assertThat(tries).hasSize(2 * runs.size()).containsOnly(1);
    List<Map<String, Object>> left =
        database
            .jdbi()
            .withHandle(handle -> handle.select("SELECT * FROM scheduler").mapToMap().list());
    assertThat(left).as("they have signed off").isEmpty();
  }
}
