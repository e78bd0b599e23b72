package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.Maintenance;
import io.clientele.pipeline.RunOutcome;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele compact}: small files of the tables are put together. */
@Command(
    name = "compact",
    description = {
      "Put the tables' small files together, as a run and publication of its own.",
      "Publications that are past their time are let go as after every night."
    },
    mixinStandardHelpOptions = true)
final class CompactCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "Id of the run; the same id again changes nothing.")
  private String runId;

  @Override
  public Integer call() {
    RunOutcome outcome = Maintenance.compact(project.open(), Optional.ofNullable(runId));
    outcome
        .steps()
        .forEach(
            step -> Terminal.out().println(step.message().replace("; ", System.lineSeparator())));
    Terminal.out().println("Publication " + outcome.published().orElseThrow().id());
    Terminal.out().flush();
    return ExitCodes.DONE;
  }
}
