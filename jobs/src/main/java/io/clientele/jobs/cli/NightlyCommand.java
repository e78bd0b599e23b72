package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.NightlyRequest;
import io.clientele.jobs.nightly.OpenProject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele nightly}: the main job. */
@Command(
    name = "nightly",
    description = "Extract, load, score and publish: the whole night with one command.",
    mixinStandardHelpOptions = true)
final class NightlyCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Mixin private AsOfOption asOf;

  @Option(names = "--master", description = "Spark master; default local[*].")
  private String master = "local[*]";

  @Mixin private AcceptOptions accept;

  @Mixin private RetrainOption retrain;

  @Override
  public Integer call() {
    OpenProject open = project.open();
    return NightOnTerminal.run(
        open,
        NightlyRequest.nightly("nightly")
            .asOf(asOf.in(open.config().company().zone()))
            .onMaster(master)
            .accepting(accept.accepted())
            .retraining(retrain.isAsked()));
  }
}
