package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.NightlyRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele run}: some steps, as a run of their own or as part of a longer one. */
@Command(
    name = "run",
    description = "Run the named steps. Without --run they are published as a run of their own.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Parameters(
      paramLabel = "STEP",
      arity = "1..*",
      description =
          "Steps by name (clientele status --steps lists them), or layers: extract, stage, conform,"
              + " load (dimensions, facts), features, models (scores), reports.")
  private List<String> steps = List.of();

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "Continue the run of that id and do not publish; publish --run ID does.")
  private String runId;

  @Option(names = "--date", paramLabel = "D", description = "As-of date.")
  private LocalDate date;

  @Override
  public Integer call() {
    return NightOnTerminal.run(
        project.open(),
        NightlyRequest.steps("run " + String.join(" ", steps), steps)
            .asOf(Optional.ofNullable(date))
            .continuing(Optional.ofNullable(runId)));
  }
}
