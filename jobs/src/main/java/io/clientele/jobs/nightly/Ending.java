package io.clientele.jobs.nightly;

import io.clientele.pipeline.RunOutcome;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.quality.Metric;
import io.clientele.reports.load.FilesToLookAt;
import io.clientele.reports.load.NightSummary;
import io.clientele.reports.published.PublishedWarehouse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What follows the publication: files for people, and the summary. */
public final class Ending {
  private Ending() {}

  /** Writes report and list, prints what came in, what was refused, how good the models are. */
  public static void print(OpenProject project, RunOutcome outcome, PrintWriter out) {
    Published published = outcome.published().orElseThrow();
    try (PublishedWarehouse warehouse = PublishedWarehouse.open(project.warehouse())) {
      Path report = Outputs.report(project, warehouse, project.output());
      String list = Outputs.churnList(project, warehouse, project.output());
      out.println();
      out.println(
          "Published as number "
              + published.id()
              + ", as of "
              + published.publication().asOf()
              + " (run "
              + outcome.runId()
              + ")");
      new NightSummary(warehouse, project.config().company().currencyCode(), awaited(project))
          .print(out);
      printWarnings(project, outcome.runId(), out);
      out.println("Open");
      out.println("  report      " + report);
      out.println("  churn list  " + list);
    }
  }

  private static List<FilesToLookAt.Awaited> awaited(OpenProject project) {
    return project.config().sources().stream()
        .flatMap(
            source ->
                source.entities().stream()
                    .map(
                        entity ->
                            new FilesToLookAt.Awaited(
                                source.name(),
                                entity.name(),
                                entity.filePattern(),
                                source.folder())))
        .toList();
  }

  private static void printWarnings(OpenProject project, String runId, PrintWriter out) {
    try (MetadataDatabase database = project.metadata()) {
      List<Metric> warned =
          database.quality().of(runId).stream()
              .filter(metric -> metric.verdict() == Metric.Verdict.WARNED)
              .toList();
      if (!warned.isEmpty()) {
        out.println("Warnings");
      }
      warned.forEach(
          metric ->
              out.printf(
                  "  %s: '%s' fails for %,d of %,d rows%n",
                  metric.table(), metric.rule(), metric.failed(), metric.checked()));
    }
  }
}
