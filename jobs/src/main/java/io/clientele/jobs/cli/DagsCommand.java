package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.dag.TaskDefinition;
import io.clientele.jobs.schedule.dagfile.AirflowExport;
import io.clientele.jobs.schedule.dagfile.DagFolder;
import io.clientele.jobs.schedule.dagfile.LoadSettings;
import io.clientele.jobs.schedule.engine.Forecast;
import io.clientele.jobs.schedule.engine.TriggerRequest;
import io.clientele.jobs.schedule.home.FolderBag;
import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagEntry;
import io.clientele.jobs.schedule.store.DagRun;
import io.clientele.jobs.schedule.timetable.RunDates;
import io.clientele.jobs.schedule.timetable.RunIds;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clientele dags}: DAGs and their runs, with Airflow's words. */
@Command(
    name = "dags",
    description = "DAGs and their runs, with Airflow's words.",
    mixinStandardHelpOptions = true,
    subcommands = {DagsBackfill.class, DagsTest.class, CommandLine.HelpCommand.class})
final class DagsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(name = "list", description = "The DAGs.", mixinStandardHelpOptions = true)
  int list(@Mixin SchedulerOptions options) {
    try (SchedulerHome home = options.open()) {
      Listing listing = new Listing("dag_id", "fileloc", "schedule", "is_paused", "next_run");
      for (DagDefinition dag : home.bag().dags()) {
        Optional<DagEntry> entry = home.store().read(tables -> tables.dags().find(dag.dagId()));
        listing.add(
            dag.dagId(),
            dag.file(),
            dag.timetable().summary(),
            entry
                .map(DagEntry::isPaused)
                .orElse(dag.isPausedUponCreation().orElse(home.settings().pausesNewDags())),
            SchedulerOptions.text(
                entry.flatMap(DagEntry::next).map(DagEntry.Next::runAfter).map(RunIds::isoText)));
      }
      options.print(listing);
    }
    return ExitCodes.DONE;
  }

  @Command(name = "show", description = "A DAG and its tasks.", mixinStandardHelpOptions = true)
  int show(@Mixin SchedulerOptions options, @Parameters(paramLabel = "DAG") String dagId) {
    DagDefinition dag = SchedulerOptions.find(options.bag(), dagId);
    PrintWriter out = options.out();
    out.println("DAG       " + dag.dagId() + dag.description().map(text -> ": " + text).orElse(""));
    out.println("File      " + dag.file());
    out.println("Schedule  " + dag.timetable().summary() + ", zone " + dag.zone());
    out.println(
        "From      "
            + SchedulerOptions.text(dag.startDate())
            + (dag.catchup() ? ", with catchup" : ", without catchup"));
    Listing tasks = new Listing("task_id", "operator", "trigger_rule", "retries", "after");
    for (TaskDefinition task : dag.tasks()) {
      tasks.add(
          task.taskId(),
          task.operatorName(),
          task.triggerRule().text(),
          task.retryPolicy().retries(),
          String.join(", ", task.upstream()));
    }
    options.print(tasks);
    return ExitCodes.DONE;
  }

  @Command(name = "trigger", description = "Make a manual run.", mixinStandardHelpOptions = true)
  int trigger(
      @Mixin SchedulerOptions options,
      @Parameters(paramLabel = "DAG") String dagId,
      @Option(names = {"-r", "--run-id"}) String runId,
      @Option(names = {"-l", "--logical-date"}) String logicalDate,
      @Option(
              names = {"-c", "--conf"},
              paramLabel = "JSON",
              defaultValue = "{}")
          String conf) {
    try (SchedulerHome home = options.open()) {
      DagRun run =
          home.actions()
              .trigger(
                  new TriggerRequest(
                      dagId,
                      Optional.ofNullable(runId),
                      Optional.ofNullable(logicalDate).map(SchedulerOptions::instant),
                      Optional.empty(),
                      Optional.empty(),
                      Conf.read(conf),
                      Optional.empty(),
                      new DagRun.Origin("cli", Optional.ofNullable(System.getenv("USER")))));
      options.print(runs(List.of(run)));
    }
    return ExitCodes.DONE;
  }

  @Command(name = "pause", description = "Start nothing new.", mixinStandardHelpOptions = true)
  int pause(@Mixin SchedulerOptions options, @Parameters(paramLabel = "DAG") String dagId) {
    return pause(options, dagId, true);
  }

  @Command(name = "unpause", description = "Go on.", mixinStandardHelpOptions = true)
  int unpause(@Mixin SchedulerOptions options, @Parameters(paramLabel = "DAG") String dagId) {
    return pause(options, dagId, false);
  }

  private static int pause(SchedulerOptions options, String dagId, boolean paused) {
    try (SchedulerHome home = options.open()) {
      DagEntry entry = home.actions().pause(dagId, paused);
      options.print(new Listing("dag_id", "is_paused").add(dagId, entry.isPaused()));
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "next-execution",
      description = "The runs to come, without making any.",
      mixinStandardHelpOptions = true)
  int nextExecution(
      @Mixin SchedulerOptions options,
      @Parameters(paramLabel = "DAG") String dagId,
      @Option(
              names = {"-n", "--num-executions"},
              defaultValue = "1")
          int count,
      @Option(names = "--until", description = "Every run up to this date.") String until) {
    try (SchedulerHome home = options.open()) {
      DagDefinition dag = SchedulerOptions.find(home.bag(), dagId);
      Optional<Instant> end = Optional.ofNullable(until).map(SchedulerOptions::instant);
      Forecast forecast =
          new Forecast(
              dag,
              home.store()
                  .read(tables -> tables.runs().lastAutomated(dagId).flatMap(DagRun::interval)),
              home.clock().instant());
      Listing listing =
          new Listing("run_after", "logical_date", "data_interval_start", "data_interval_end");
      for (int printed = 0; forecast.hasNext() && (end.isPresent() || printed < count); printed++) {
        RunDates run = forecast.next();
        if (end.isPresent() && run.runAfter().isAfter(end.get())) {
          break;
        }
        listing.add(
            RunIds.isoText(run.runAfter()),
            RunIds.isoText(run.logicalDate()),
            RunIds.isoText(run.interval().start()),
            RunIds.isoText(run.interval().end()));
      }
      options.print(listing);
    }
    return ExitCodes.DONE;
  }

  @Command(name = "list-runs", description = "Runs, newest first.", mixinStandardHelpOptions = true)
  int listRuns(
      @Mixin SchedulerOptions options,
      @Parameters(paramLabel = "DAG") String dagId,
      @Option(names = "--state", description = "Only runs in this state.") RunState state,
      @Option(names = "--limit", defaultValue = "50") int limit) {
    try (SchedulerHome home = options.open()) {
      options.print(
          runs(
              home.store()
                  .read(
                      tables ->
                          state == null
                              ? tables.runs().of(dagId, limit)
                              : tables.runs().of(dagId, state, limit))));
    }
    return ExitCodes.DONE;
  }

  static Listing runs(List<DagRun> runs) {
    Listing listing =
        new Listing("dag_id", "run_id", "state", "run_after", "logical_date", "start", "end");
    for (DagRun run : runs) {
      listing.add(
          run.dagId(),
          run.runId(),
          run.state().text(),
          RunIds.isoText(run.runAfter()),
          SchedulerOptions.text(run.logicalDate().map(RunIds::isoText)),
          SchedulerOptions.text(run.times().startedAt().map(RunIds::isoText)),
          SchedulerOptions.text(run.times().endedAt().map(RunIds::isoText)));
    }
    return listing;
  }

  @Command(name = "state", description = "The state of a run.", mixinStandardHelpOptions = true)
  int state(
      @Mixin SchedulerOptions options,
      @Parameters(paramLabel = "DAG") String dagId,
      @Parameters(paramLabel = "RUN", description = "Run id or logical date.") String named) {
    try (SchedulerHome home = options.open()) {
      DagRun run = home.store().read(tables -> SchedulerOptions.run(tables, dagId, named));
      options.out().println(run.state().text());
      options.out().flush();
    }
    return ExitCodes.DONE;
  }

  @Command(
      name = "list-import-errors",
      description = "Files that give no DAG; exit code 1 when there are any.",
      mixinStandardHelpOptions = true)
  int listImportErrors(@Mixin SchedulerOptions options) {
    FolderBag bag = options.bag();
    Listing listing = new Listing("filepath", "error");
    for (DagFolder.ImportError error : bag.contents().errors()) {
      listing.add(error.file(), error.message().lines().collect(Collectors.joining(" ")));
    }
    options.print(listing);
    return bag.contents().errors().isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }

  @Command(
      name = "export",
      description = "Write what a company's Airflow loads.",
      mixinStandardHelpOptions = true)
  int export(
      @Mixin SchedulerOptions options,
      @Option(
              names = "--to",
              required = true,
              description = "${COMPLETION-CANDIDATES}: YAML with a loader, or plain Python.")
          Target to,
      @Option(names = "--out", required = true, paramLabel = "DIR") Path out) {
    Path folder = options.bag().folder();
    List<Path> written =
        to == Target.AIRFLOW
            ? AirflowExport.loaders(folder, out, out, LoadSettings.standard())
            : AirflowExport.plain(folder, out, LoadSettings.standard());
    written.forEach(file -> options.out().println(file));
    options.out().flush();
    return ExitCodes.DONE;
  }

  /** What an export is for. */
  enum Target {
    AIRFLOW,
    PYTHON
  }
}
