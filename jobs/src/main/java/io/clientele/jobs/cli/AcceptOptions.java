package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.NightlyRequest.Accepted;
import picocli.CommandLine.Option;

/** A run goes on although the quality gate would stop it: somebody looked at it. */
final class AcceptOptions {
  @Option(
      names = "--accept-refused",
      description = "Publish even when most new rows of a source entity are refused.")
  private boolean refused;

  @Option(
      names = "--accept-vanished",
      description = "Publish even when a full extract holds far fewer records than the one before.")
  private boolean vanished;

  Accepted accepted() {
    return new Accepted(refused, vanished);
  }
}
