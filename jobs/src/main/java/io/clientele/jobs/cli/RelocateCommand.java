package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.Maintenance;
import io.clientele.pipeline.publication.Relocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code clientele relocate}: after a warehouse was moved or copied to another folder. */
@Command(
    name = "relocate",
    description = "Tell the tables of a moved or copied warehouse where they are now.",
    mixinStandardHelpOptions = true)
final class RelocateCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Override
  public Integer call() {
    Relocation.Outcome outcome = Maintenance.relocate(project.open());
    Terminal.out()
        .println(
            outcome.tables() == 0
                ? "The warehouse stands where it stood: " + outcome.from()
                : "%d tables that stood in %s name their new place."
                    .formatted(outcome.tables(), outcome.from()));
    Terminal.out().flush();
    return ExitCodes.DONE;
  }
}
