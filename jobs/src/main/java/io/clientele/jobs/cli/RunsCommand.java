package io.clientele.jobs.cli;

import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.RunEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele runs}: the ledger, newest first. */
@Command(
    name = "runs",
    description = "All runs, newest first; or gives an open one up.",
    mixinStandardHelpOptions = true)
final class RunsCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Option(names = "--limit", description = "How many; default 20.")
  private int limit = 20;

  @Option(
      names = "--give-up",
      paramLabel = "RUN",
      description = "Gives an open run up; the warehouse is free at once.")
  private Optional<String> givenUp = Optional.empty();

  @Override
  public Integer call() {
    try (MetadataDatabase database = project.open().metadata()) {
      givenUp.ifPresent(run -> database.ledger().giveUp(run, Instant.now()));
      List<RunEntry> runs = database.ledger().recentRuns(limit);
      if (runs.isEmpty()) {
        Terminal.out().println("No run yet: clientele nightly makes the first.");
      } else {
        Terminal.out()
            .printf("%-28s %-10s %-10s %-20s %s%n", "run", "state", "as of", "started", "message");
        runs.forEach(RunsCommand::print);
      }
    }
    Terminal.out().flush();
    return ExitCodes.DONE;
  }

  private static void print(RunEntry run) {
    Terminal.out()
        .printf(
            "%-28s %-10s %-10s %-20s %s%n",
            run.id(),
            run.state(),
            run.asOf().map(Object::toString).orElse(""),
            run.startedAt().truncatedTo(ChronoUnit.SECONDS),
            run.message());
  }
}
