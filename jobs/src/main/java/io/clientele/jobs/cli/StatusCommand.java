package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.pipeline.StepResult;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.RunEntry;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele status}: the newest run, and its steps on request. */
@Command(
    name = "status",
    description = "What the newest run did, or the run that is named.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "RUN", arity = "0..1", description = "Run id; default: the newest.")
  private String runId;

  @Option(names = "--steps", description = "One line a step: rows read, changed, seconds.")
  private boolean steps;

  @Override
  public Integer call() {
    OpenProject opened = project.open();
    PrintWriter out = Terminal.out();
    try (MetadataDatabase database = opened.metadata()) {
      Optional<RunEntry> run =
          runId == null
              ? database.ledger().recentRuns(1).stream().findFirst()
              : database.ledger().find(runId);
      if (run.isEmpty() && runId != null) {
        throw new IllegalArgumentException(
            "Cannot show run " + runId + ": no run has that id; clientele runs lists them.");
      }
      out.println("Project    " + opened.folder());
      out.println("Warehouse  " + opened.warehouse());
      if (run.isEmpty()) {
        out.println("No run yet: clientele nightly makes the first.");
      } else {
        print(out, run.get(), database.ledger().steps(run.get().id()));
        processIsGone(run.get(), database.lock().owner(Instant.now()))
            .ifPresent(line -> out.println("           " + line));
      }
    }
    out.flush();
    return ExitCodes.DONE;
  }

  /** A killed process cannot write its own end into the ledger; its lease tells. */
  static Optional<String> processIsGone(RunEntry run, Optional<String> owner) {
    boolean isWorking = owner.filter(run.id()::equals).isPresent();
    return run.state() != RunEntry.State.RUNNING || isWorking
        ? Optional.empty()
        : Optional.of(
            "Its process is gone: it ended without a word. Nothing of it is published; the next"
                + " clientele nightly clears up after it.");
  }

  private void print(PrintWriter out, RunEntry run, List<StepResult> results) {
    out.println("Run        " + run.id() + " (" + run.command() + ")");
    out.println("State      " + run.state() + run.asOf().map(day -> ", as of " + day).orElse(""));
    out.println("Started    " + run.startedAt() + ", " + duration(run));
    if (!run.message().isBlank()) {
      out.println("Message    " + run.message());
    }
    if (!steps) {
      out.println("Steps      " + results.size() + " (--steps shows them)");
      return;
    }
    out.printf(
        "%-34s %-8s %12s %10s %10s %10s %9s%n",
        "step", "state", "rows read", "inserted", "updated", "deleted", "seconds");
    for (StepResult step : results) {
      out.printf(
          "%-34s %-8s %,12d %,10d %,10d %,10d %9.2f%n",
          step.step(),
          step.state().name().toLowerCase(java.util.Locale.ROOT),
          step.rowsIn(),
          step.inserted(),
          step.updated(),
          step.deleted(),
          step.seconds());
    }
  }

  private static String duration(RunEntry run) {
    return run.endedAt()
        .map(ended -> "took " + seconds(run.startedAt(), ended) + " s")
        .orElse("not ended");
  }

  private static String seconds(Instant from, Instant to) {
    return "%.1f".formatted(Duration.between(from, to).toMillis() / 1000.0);
  }
}
