package io.clientele.jobs.schedule.engine;

import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills schedulers at random while they work off a backlog, and counts what each task did: nothing
 * lost, nothing done twice, no two attempts at a time. Arguments: kills, seed, folder, and the word
 * postgres (two schedulers) or sqlite (one).
 */
public final class SchedulerSoak {
  private final int kills;
  private final Random random;
  private final Path folder;
  private int attempts;
  private int ends;

  private SchedulerSoak(int kills, long seed, Path folder) {
    this.kills = kills;
    this.random = new Random(seed);
    this.folder = folder;
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    SchedulerSoak soak =
        new SchedulerSoak(Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), folder);
    if (arguments[3].equals("sqlite")) {
      soak.run(MetadataDatabase.defaultUrl(folder), 1);
    } else {
      try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
        soak.run(server.getJdbcUrl("postgres", "postgres"), 2);
      }
    }
  }

  /** Half a second of work; what begins and what ends is written with one append each. */
  private String command() {
    String who = "$AIRFLOW_CTX_DAG_RUN_ID $AIRFLOW_CTX_TASK_ID $AIRFLOW_CTX_TRY_NUMBER";
    String file = folder.resolve("journal").toString();
    return "echo begin %s >> %s; sleep 0.5; echo end %s >> %s".formatted(who, file, who, file);
  }

  private void run(String url, int schedulers) throws IOException, InterruptedException {
    int owed = 5 * kills;
    Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(owed));
    try (Children children = new Children(url, folder, start, command())) {
      List<Process> alive = new ArrayList<>();
      for (int number = 0; number < schedulers; number++) {
        alive.add(children.start());
      }
      for (int kill = 1; kill <= kills; kill++) {
        alive.forEach(children::awaitJoined);
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(4000)).toNanos());
        int victim = random.nextInt(alive.size());
        Children.kill(alive.get(victim));
        alive.set(victim, children.start());
        System.out.println("kill " + kill + ": " + children.succeeded() + " runs have succeeded");
      }
      children.awaitRuns(owed, Duration.ofMinutes(20));
      report(children, owed);
    }
  }

  private void report(Children children, int owed) throws IOException {
    List<String> problems = new ArrayList<>();
    List<DagRun> runs = children.runs();
    long dates = runs.stream().map(DagRun::logicalDate).distinct().count();
    if (runs.size() < owed || dates != runs.size()) {
      problems.add(runs.size() + " runs with " + dates + " dates; owed were " + owed);
    }
    Set<String> done = new HashSet<>();
    Set<String> open = new HashSet<>();
    for (String line : Files.readAllLines(folder.resolve("journal"))) {
      note(line.split(" "), done, open, problems);
    }
    for (DagRun run : runs.subList(0, owed)) {
      for (TaskInstance task :
          children.store.read(tables -> tables.tasks().of(run.dagId(), run.runId()))) {
        if (!done.contains(run.runId() + " " + task.taskId())) {
          problems.add("lost: " + run.runId() + " " + task.taskId() + " " + task.state());
        }
      }
    }
    problems.forEach(System.out::println);
    System.out.printf(
        "%d kills, %d runs, %d succeeded, %d attempts begun, %d ended, %d problems%n",
        kills, runs.size(), children.succeeded(), attempts, ends, problems.size());
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.size() + " problems; the first: " + problems.get(0));
    }
  }

  private void note(String[] line, Set<String> done, Set<String> open, List<String> problems) {
    String task = line[1] + " " + line[2];
    if (line[0].equals("begin")) {
      attempts++;
      if (done.contains(task)) {
        problems.add("begun again after its end: " + String.join(" ", line));
      }
      open.add(task + " " + line[3]);
    } else {
      ends++;
      if (!open.remove(task + " " + line[3]) || !done.add(task)) {
        problems.add("done twice: " + String.join(" ", line));
      }
    }
  }
}
