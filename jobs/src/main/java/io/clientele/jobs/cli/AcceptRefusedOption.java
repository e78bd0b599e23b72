package io.clientele.jobs.cli;

import picocli.CommandLine.Option;

/** A run goes on although most of what a source brought is refused. */
final class AcceptRefusedOption {
  @Option(
      names = "--accept-refused",
      description = "Publish even when most new rows of a source entity are refused.")
  private boolean given;

  boolean isGiven() {
    return given;
  }
}
