package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.store.TaskInstance;
import io.clientele.jobs.schedule.timetable.RunIds;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clientele tasks}: tasks of DAGs and of runs, with Airflow's words. */
@Command(
    name = "tasks",
    description = "Tasks of DAGs and of runs, with Airflow's words.",
    mixinStandardHelpOptions = true,
    subcommands = {TasksClear.class, TasksLogs.class, CommandLine.HelpCommand.class})
final class TasksCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "list", description = "The tasks of a DAG.", mixinStandardHelpOptions = true)
  int list(@Mixin SchedulerOptions options, @Parameters(paramLabel = "DAG") String dagId) {
    SchedulerOptions.find(options.bag(), dagId)
        .tasks()
        .forEach(task -> options.out().println(task.taskId()));
    options.out().flush();
    return ExitCodes.DONE;
  }

  @Command(
      name = "states-for-dag-run",
      description = "How the tasks of a run stand.",
      mixinStandardHelpOptions = true)
  int states(
      @Mixin SchedulerOptions options,
      @Parameters(paramLabel = "DAG") String dagId,
      @Parameters(paramLabel = "RUN", description = "Run id or logical date.") String named) {
    try (SchedulerHome home = options.open()) {
      DagRun run = home.store().read(tables -> SchedulerOptions.run(tables, dagId, named));
      Listing listing =
          new Listing("task_id", "state", "try_number", "start_date", "end_date", "message");
      for (TaskInstance task : home.store().read(tables -> tables.tasks().of(dagId, run.runId()))) {
        listing.add(
            task.taskId(),
            task.state().text(),
            task.tryNumber(),
            SchedulerOptions.text(task.times().startedAt().map(RunIds::isoText)),
            SchedulerOptions.text(task.times().endedAt().map(RunIds::isoText)),
            SchedulerOptions.text(task.message()));
      }
      options.print(listing);
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "test",
      description = "Run one task now, without its upstreams; nothing is recorded.",
      mixinStandardHelpOptions = true)
  int test(
      @Mixin SchedulerOptions options,
      @Parameters(paramLabel = "DAG") String dagId,
      @Parameters(paramLabel = "TASK") String taskId,
      @Parameters(paramLabel = "LOGICAL_DATE", arity = "0..1") String logicalDate,
      @Option(
              names = {"-c", "--conf"},
              paramLabel = "JSON",
              defaultValue = "{}")
          String conf)
      throws IOException, InterruptedException {
    try (SchedulerHome home = options.open()) {
      DagDefinition dag = SchedulerOptions.find(home.bag(), dagId);
      return DagsTest.run(home, dag.only(taskId), logicalDate, Conf.read(conf), options.out());
    }
  }

  @Command(
      name = "run",
      description = "Run one task of a run again, whatever its upstreams are; a scheduler does it.",
      mixinStandardHelpOptions = true)
  int run(
      @Mixin SchedulerOptions options,
      @Parameters(paramLabel = "DAG") String dagId,
      @Parameters(paramLabel = "TASK") String taskId,
      @Parameters(paramLabel = "RUN", description = "Run id or logical date.") String named) {
    try (SchedulerHome home = options.open()) {
      DagRun run = home.store().read(tables -> SchedulerOptions.run(tables, dagId, named));
      TaskInstance task = home.actions().force(dagId, run.runId(), taskId);
      options
          .out()
          .println("%s attempt %d: %s".formatted(taskId, task.tryNumber(), task.state().text()));
      options.out().flush();
    }
    return ExitCodes.DONE;
  }
}
