package io.clientele.jobs.cli;

import io.clientele.reports.audit.Audit;
import io.clientele.reports.audit.Finding;
import io.clientele.reports.published.PublishedWarehouse;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code clientele audit}: whole tables judged, weekly. */
@Command(
    name = "audit",
    description =
        "Checks whole published tables: keys, references, versions, validity, sums; exit 1 when a rule is broken.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Option(names = "--all", description = "Rules that hold, too.")
  private boolean all;

  @Override
  public Integer call() {
    Path folder = project.open().warehouse();
    try (PublishedWarehouse now = PublishedWarehouse.open(folder)) {
      Optional<PublishedWarehouse> before = PublishedWarehouse.before(folder, now.publication());
      try {
        return print(now, Audit.of(now, before));
      } finally {
        before.ifPresent(PublishedWarehouse::close);
      }
    }
  }

  private int print(PublishedWarehouse warehouse, List<Finding> findings) {
    PrintWriter out = Terminal.out();
    List<Finding> broken = findings.stream().filter(finding -> !finding.holds()).toList();
    out.printf(
        "Publication %d as of %s: %,d rules, %,d broken%n",
        warehouse.publication().id(),
        warehouse.publication().asOf(),
        findings.size(),
        broken.size());
    for (Finding finding : all ? findings : broken) {
      out.printf(
          "  %-7s %-26s %-58s %,d of %,d%n",
          finding.holds() ? "ok" : "BROKEN",
          finding.table(),
          finding.rule(),
          finding.broken(),
          finding.checked());
    }
    if (!broken.isEmpty()) {
      out.println(
          "Readers see these rows now. 'clientele sql --as-of DAY' shows when it began; 'clientele runs' which night wrote it.");
    }
    out.flush();
    return broken.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILED;
  }
}
