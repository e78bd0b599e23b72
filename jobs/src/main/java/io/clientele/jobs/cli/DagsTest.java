package io.clientele.jobs.cli;

import io.clientele.jobs.schedule.dag.DagDefinition;
import io.clientele.jobs.schedule.engine.Trial;
import io.clientele.jobs.schedule.engine.TriggerRequest;
import io.clientele.jobs.schedule.home.SchedulerHome;
import io.clientele.jobs.schedule.state.RunState;
import io.clientele.jobs.schedule.store.DagRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele dags test}: a whole run at once, without a scheduler. */
@Command(
    name = "test",
    description = "Run a DAG once, now and by itself; no run is recorded.",
    mixinStandardHelpOptions = true)
final class DagsTest implements Callable<Integer> {
  @Mixin private SchedulerOptions options;

  @Parameters(index = "0", paramLabel = "DAG")
  private String dagId;

  @Parameters(
      index = "1",
      paramLabel = "LOGICAL_DATE",
      arity = "0..1",
      description = "Default: now.")
  private String logicalDate;

  @Option(
      names = {"-c", "--conf"},
      paramLabel = "JSON")
  private String conf = "{}";

  @Override
  public Integer call() throws IOException, InterruptedException {
    try (SchedulerHome home = options.open()) {
      return run(
          home,
          SchedulerOptions.find(home.bag(), dagId),
          logicalDate,
          Conf.read(conf),
          options.out());
    }
  }

  /** Runs and prints every task's log; exit code 1 when the run fails. */
  static int run(
      SchedulerHome home,
      DagDefinition dag,
      String logicalDate,
      Map<String, Object> conf,
      PrintWriter out)
      throws IOException, InterruptedException {
    Optional<Instant> date =
        Optional.of(
            logicalDate == null ? home.clock().instant() : SchedulerOptions.instant(logicalDate));
    TriggerRequest request =
        new TriggerRequest(
            dag.dagId(),
            Optional.empty(),
            date,
            Optional.empty(),
            date,
            conf,
            Optional.empty(),
            new DagRun.Origin("test", Optional.empty()));
    Trial.Outcome outcome =
        new Trial(home.templates(), home.environment(), home.clock()).run(dag, request);
    for (Trial.Tried tried : outcome.tasks()) {
      out.println("--- " + tried.task().taskId() + ": " + tried.task().state().text());
      out.print(tried.log());
    }
    out.println(outcome.run().runId() + ": " + outcome.run().state().text());
    out.flush();
    return outcome.run().state() == RunState.SUCCESS ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
