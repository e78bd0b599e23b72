package io.clientele.jobs.cli;

import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.RunEntry;
import io.clientele.pipeline.quality.Metric;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele quality}: what the quality gate found in a run. */
@Command(
    name = "quality",
    description = "What the quality gate warned about or stopped in the newest run, or in RUN.",
    mixinStandardHelpOptions = true)
final class QualityCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "RUN", arity = "0..1", description = "Run id; default: the newest.")
  private String runId;

  @Option(names = "--all", description = "Rules that held, too.")
  private boolean all;

  @Override
  public Integer call() {
    PrintWriter out = Terminal.out();
    try (MetadataDatabase database = project.open().metadata()) {
      Optional<RunEntry> run =
          runId == null
              ? database.ledger().recentRuns(1).stream().findFirst()
              : database.ledger().find(runId);
      if (run.isEmpty()) {
        throw new IllegalArgumentException(
            runId == null
                ? "Cannot show the quality of the newest run: there is none yet; clientele nightly"
                    + " makes the first."
                : "Cannot show the quality of run "
                    + runId
                    + ": no run has that id; clientele runs lists them.");
      }
      print(out, run.get(), database.quality().of(run.get().id()));
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private void print(PrintWriter out, RunEntry run, List<Metric> metrics) {
    List<Metric> broken =
        metrics.stream().filter(metric -> metric.verdict() != Metric.Verdict.PASSED).toList();
    out.printf(
        "Run %s (%s): %,d rules, %,d did not hold%n",
        run.id(), run.state(), metrics.size(), broken.size());
    for (Metric metric : all ? metrics : broken) {
      out.printf(
          "  %-8s %-34s %-40s %,d of %,d rows%n",
          metric.verdict(), metric.table(), metric.rule(), metric.failed(), metric.checked());
    }
  }
}
