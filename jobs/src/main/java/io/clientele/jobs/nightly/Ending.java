package io.clientele.jobs.nightly;

import io.clientele.pipeline.RunOutcome;
import io.clientele.pipeline.metadata.Published;
import io.clientele.reports.load.NightSummary;
import io.clientele.reports.published.PublishedWarehouse;
import java.io.PrintWriter;
import java.nio.file.Path;

/** What follows the publication: files for people, and the summary. */
public final class Ending {
  private Ending() {}

  /** Writes report and list, prints what came in, what was refused, how good the models are. */
  public static void print(OpenProject project, RunOutcome outcome, PrintWriter out) {
    Published published = outcome.published().orElseThrow();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(project.warehouse())) {
      Path report = Outputs.report(project, warehouse, project.output());
      Path list = Outputs.churnList(project, warehouse, project.output());
      out.println();
      out.println(
          "Published as number "
              + published.id()
              + ", as of "
              + published.publication().asOf()
              + " (run "
              + outcome.runId()
              + ")");
      new NightSummary(warehouse, project.config().company().currencyCode()).print(out);
      out.println("Open");
      out.println("  report      " + report);
      out.println("  churn list  " + list);
    }
  }
}
