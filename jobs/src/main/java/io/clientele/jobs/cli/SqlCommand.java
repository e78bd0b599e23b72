package io.clientele.jobs.cli;

import io.clientele.reports.export.SqlOptions;
import io.clientele.reports.export.SqlQuery;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.text.OutputFormat;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
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

  @Option(names = "--as-of", description = "Read the newest publication as of this day.")
  private LocalDate asOf;

  @Override
  public Integer call() {
    try (PublishedWarehouse warehouse =
        PublishedWarehouse.open(project.open().warehouse(), Optional.ofNullable(asOf))) {
      SqlQuery.run(warehouse, new SqlOptions(statement, format, Terminal.width()), Terminal.out());
      Terminal.out().flush();
      return ExitCodes.DONE;
    }
  }
}
