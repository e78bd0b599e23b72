package io.clientele.jobs.cli;

import picocli.CommandLine.Option;

/** Models are trained whether or not it is time. */
final class RetrainOption {
  @Option(
      names = "--retrain",
      description = "Train every model family anew, whether or not its champion is due.")
  private boolean asked;

  boolean isAsked() {
    return asked;
  }
}
