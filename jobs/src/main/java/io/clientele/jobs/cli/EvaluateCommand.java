package io.clientele.jobs.cli;

import picocli.CommandLine.Command;

/** {@code clientele evaluate}: the production trainers on a file, without a project. */
@Command(
    name = "evaluate",
    description =
        "Judge a model family on a file before trusting it: metrics against plain baselines.",
    mixinStandardHelpOptions = true,
    subcommands = {
      EvaluateChurn.class,
      EvaluateValue.class,
      EvaluateCrossSell.class,
      EvaluateSegments.class
    })
final class EvaluateCommand implements Runnable {
  @Override
  public void run() {
    new picocli.CommandLine(this).usage(Terminal.out());
    Terminal.out().flush();
  }
}
