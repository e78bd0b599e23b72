package io.clientele.jobs.cli;

import io.clientele.jobs.nightly.Ending;
import io.clientele.jobs.nightly.NightlyJob;
import io.clientele.jobs.nightly.NightlyRequest;
import io.clientele.jobs.nightly.OpenProject;
import io.clientele.pipeline.RunOutcome;
import java.io.PrintWriter;

/** A run with its heading, its progress and its end, as a person at a terminal sees it. */
final class NightOnTerminal {
  private NightOnTerminal() {}

  static int run(OpenProject project, NightlyRequest request) {
    PrintWriter out = Terminal.out();
    long started = System.nanoTime();
    out.println(
        "Clientele "
            + request.command()
            + " for "
            + project.config().company().name()
            + (project.project().isSample() ? " (the shipped sample)" : "")
            + ", "
            + project.project().file());
    out.flush();
    RunOutcome outcome = new NightlyJob(project, new Progress()).run(request);
    if (outcome.wasPublishedBefore()) {
      out.println(
          "Run "
              + outcome.runId()
              + " was published before, as number "
              + outcome.published().orElseThrow().id()
              + "; nothing was done. Take another id for new work.");
    } else if (outcome.published().isPresent()) {
      Ending.print(project, outcome, out);
    } else {
      out.println(
          "Run "
              + outcome.runId()
              + " is open; look at it with clientele sql --run "
              + outcome.runId()
              + " \"SELECT …\", publish it with clientele publish --run "
              + outcome.runId());
    }
    out.printf("Took %.1f s.%n", (System.nanoTime() - started) / 1e9);
    out.flush();
    return ExitCodes.DONE;
  }
}
