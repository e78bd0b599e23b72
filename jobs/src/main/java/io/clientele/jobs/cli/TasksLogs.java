package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele tasks logs}: what an attempt has written, also while it runs. */
@Command(
    name = "logs",
    description = "What an attempt has written, also while it runs.",
    mixinStandardHelpOptions = true)
final class TasksLogs implements Callable<Integer> {
  @Mixin private SchedulerOptions options;

  @Parameters(paramLabel = "DAG")
  private String dagId;

  @Parameters(paramLabel = "TASK")
  private String taskId;

  @Parameters(paramLabel = "RUN", description = "Run id or logical date.")
  private String named;

  @Option(names = "--try", paramLabel = "N", description = "Default: the newest.")
  private Integer attempt;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on printing until the attempt has ended.")
  private boolean follow;

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (SchedulerHome home = options.open()) {
      DagRun run = home.store().read(tables -> SchedulerOptions.run(tables, dagId, named));
      int number =
          attempt == null ? task(home, run).map(TaskInstance::tryNumber).orElse(0) : attempt;
      Path log = home.logs().file(dagId, run.runId(), taskId, number);
      if (follow) {
        new LogFollower(log, options.out()).follow(() -> isOver(home, run, number));
      } else if (Files.exists(log)) {
        options.out().print(Files.readString(log));
        options.out().flush();
      } else {
        throw new IllegalArgumentException(
            "Cannot read a log: %s has written none in %s; see 'clientele tasks"
                .concat(" states-for-dag-run'.")
                .formatted(taskId, run.runId()));
      }
    }
    return ExitCodes.DONE;
  }

  private Optional<TaskInstance> task(SchedulerHome home, DagRun run) {
    return home.store().read(tables -> tables.tasks().find(dagId, run.runId(), taskId));
  }

  /** Whether the attempt writes no more: it has ended, or another one has begun. */
  private boolean isOver(SchedulerHome home, DagRun run, int number) {
    return task(home, run)
        .filter(task -> task.tryNumber() <= number && task.isUnderWay())
        .isEmpty();
  }
}
