package io.clientele.jobs.cli;

import io.clientele.reports.export.SqlOptions;
import io.clientele.reports.export.SqlQuery;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.text.OutputFormat;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele sql}: one SELECT over the published warehouse. */
@Command(
    name = "sql",
    description = "Ask the published warehouse with SQL.",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "SELECT", description = "One SELECT statement (DuckDB's dialect).")
  private String statement;

  @Option(names = "--format", description = "table, csv or json; default table.")
  private OutputFormat format = OutputFormat.TABLE;

  @ArgGroup private Which which = new Which();

  /** One of both, or the newest publication. */
  static final class Which {
    @Option(names = "--as-of", description = "Read the newest publication as of this day.")
    private LocalDate asOf;

    @Option(
        names = "--run",
        paramLabel = "ID",
        description = "Read what the open run of that id would publish by now.")
    private String runId;

    private PublishedWarehouse open(Path warehouse) {
      return runId == null
          ? PublishedWarehouse.open(warehouse, Optional.ofNullable(asOf))
          : PublishedWarehouse.candidate(warehouse, runId);
    }
  }

  @Override
  public Integer call() {
    try (PublishedWarehouse warehouse = which.open(project.open().warehouse())) {
      SqlQuery.run(warehouse, new SqlOptions(statement, format, Terminal.width()), Terminal.out());
      Terminal.out().flush();
      return ExitCodes.DONE;
    }
  }
}
