package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.clientele.jobs.schedule.store.Schedulers;
import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Scheduler processes that a test starts and kills, and the tables they share. */
final class Children implements AutoCloseable {
  final MetadataDatabase database;
  final SchedulerStore store;
  private final Path folder;
  private final Instant start;
  private final String command;
  private final List<Process> processes = new ArrayList<>();

  Children(String url, Path folder, Instant start, String command) {
    this.database = MetadataDatabase.open(url);
    this.store = new SchedulerStore(database);
    this.folder = folder;
    this.start = start;
    this.command = command;
  }

  Process start() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                SchedulerMain.class.getName(),
                database.url(),
                folder.toString(),
                start.toString(),
                command)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    new File(folder.toFile(), "scheduler-" + processes.size() + ".log")))
            .start();
    processes.add(process);
    return process;
  }

  /** Waits until the process has made its first pass. */
  void awaitJoined(Process process) {
    await(
        "process " + process.pid() + " joins",
        Duration.ofSeconds(60),
        () ->
            store.read(tables -> tables.schedulers().all()).stream()
                .anyMatch(entry -> entry.process().pid() == process.pid()));
  }

  /** The process that runs a task now. */
  Process busy() {
    await("a task runs", Duration.ofSeconds(60), () -> !owners().isEmpty());
    String owner = owners().get(0);
    Schedulers.Entry entry =
        store.read(tables -> tables.schedulers().all()).stream()
            .filter(one -> one.id().equals(owner))
            .findFirst()
            .orElseThrow();
    return processes.stream()
        .filter(process -> process.pid() == entry.process().pid())
        .findFirst()
        .orElseThrow();
  }

  private List<String> owners() {
    return store.read(tables -> tables.tasks().list("state = 'running'")).stream()
        .filter(task -> task.worker().flatMap(worker -> worker.pid()).isPresent())
        .map(task -> task.worker().orElseThrow().scheduler())
        .toList();
  }

  static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }

  List<DagRun> runs() {
    return store.read(
        tables -> tables.runs().list("dag_id = ? ORDER BY run_after", SchedulerMain.DAG));
  }

  /** Waits until that many runs have ended. */
  void awaitRuns(int count, Duration atMost) {
    await(
        count + " runs have ended, of " + runs(),
        atMost,
        () -> runs().stream().filter(run -> run.state().isFinished()).count() >= count);
  }

  long succeeded() {
    return runs().stream().filter(run -> run.state() == RunState.SUCCESS).count();
  }

  static void await(String what, Duration atMost, BooleanSupplier condition) {
    Instant end = Instant.now().plus(atMost);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("not within " + atMost + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      kill(process);
    }
    database.close();
  }
}
