package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.NightlyRequest;
import io.clientele.jobs.nightly.OpenProject;
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

  @Mixin private RetrainOption retrain;

  @Mixin private AsOfOption asOf;

  @Mixin private AcceptOptions accept;

  @Override
  public Integer call() {
    OpenProject open = project.open();
    return NightOnTerminal.run(
        open,
        NightlyRequest.steps("run " + String.join(" ", steps), steps)
            .asOf(asOf.in(open.config().company().zone()))
            .continuing(Optional.ofNullable(runId))
            .accepting(accept.accepted())
            .retraining(retrain.isAsked()));
  }
}
