package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.NightlyRequest;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele publish}: makes a run that was carried out in parts visible to readers. */
@Command(
    name = "publish",
    description = "Publish a run that was carried out with run --run ID.",
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Option(names = "--run", required = true, paramLabel = "ID", description = "The run.")
  private String runId;

  @Mixin private AcceptOptions accept;

  @Override
  public Integer call() {
    return NightOnTerminal.run(
        project.open(), NightlyRequest.publish("publish", runId).accepting(accept.accepted()));
  }
}
