package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.NightlyRequest;
import java.time.LocalDate;
import java.util.Optional;
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

  @Option(
      names = "--date",
      paramLabel = "D",
      description =
          "As-of date: nothing on or after its local midnight is used. Default: the day after the"
              + " newest business date in the sources.")
  private LocalDate date;

  @Option(names = "--master", description = "Spark master; default local[*].")
  private String master = "local[*]";

  @Override
  public Integer call() {
    return NightOnTerminal.run(
        project.open(),
        NightlyRequest.nightly("nightly").asOf(Optional.ofNullable(date)).onMaster(master));
  }
}
