package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.engine.ClearRequest;
import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.schedule.store.TaskInstance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele tasks clear}: makes tasks run again. */
@Command(
    name = "clear",
    description = "Make tasks run again; without --yes it only says which.",
    mixinStandardHelpOptions = true)
final class TasksClear implements Callable<Integer> {
  @Mixin private SchedulerOptions options;

  @Parameters(paramLabel = "DAG")
  private String dagId;

  @Option(
      names = {"-t", "--task-regex"},
      description = "Tasks whose id has it; default all.")
  private String regex;

  @Option(names = "--run-id", description = "One run; else those between the dates.")
  private String runId;

  @Option(
      names = {"-s", "--start-date"},
      paramLabel = "D",
      description = "First logical date.")
  private String start;

  @Option(
      names = {"-e", "--end-date"},
      paramLabel = "D",
      description = "Last logical date.")
  private String end;

  @Option(
      names = {"-u", "--upstream"},
      description = "Also everything before them.")
  private boolean upstream;

  @Option(
      names = {"-d", "--downstream"},
      description = "Also everything behind them.")
  private boolean downstream;

  @Option(names = {"-f", "--only-failed"})
  private boolean onlyFailed;

  @Option(names = {"-r", "--only-running"})
  private boolean onlyRunning;

  @Option(
      names = {"-y", "--yes"},
      description = "Do it.")
  private boolean yes;

  @Override
  public Integer call() {
    try (SchedulerHome home = options.open()) {
      ClearRequest request = request(SchedulerOptions.find(home.bag(), dagId));
      List<TaskInstance> tasks = yes ? home.clear().clear(request) : home.clear().dryRun(request);
      Listing listing = new Listing("run_id", "task_id", "state", "try_number");
      tasks.forEach(
          task -> listing.add(task.runId(), task.taskId(), task.state().text(), task.tryNumber()));
      options.print(listing);
      if (!yes) {
        options.out().println("These would be cleared; --yes does it.");
        options.out().flush();
      }
    }
    return ExitCodes.DONE;
  }

  private ClearRequest request(DagDefinition dag) {
    List<String> tasks =
        regex == null
            ? List.of()
            : dag.tasks().stream()
                .map(TaskDefinition::taskId)
                .filter(Pattern.compile(regex).asPredicate())
                .toList();
    if (regex != null && tasks.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot clear: no task of %s matches '%s'; see 'clientele tasks list %s'."
              .formatted(dagId, regex, dagId));
    }
    return new ClearRequest(
        dagId,
        Optional.ofNullable(runId),
        Optional.ofNullable(start).map(SchedulerOptions::instant),
        Optional.ofNullable(end).map(SchedulerOptions::instant),
        tasks,
        new ClearRequest.Reach(upstream, downstream, false, false),
        onlyFailed,
        onlyRunning,
        true);
  }
}
