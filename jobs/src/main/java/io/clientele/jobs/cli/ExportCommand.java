package io.clientele.jobs.cli;

import io.clientele.reports.export.ExportOptions;
import io.clientele.reports.export.ExportTables;
import io.clientele.reports.published.PublishedWarehouse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code clientele export}: published tables as plain files for everybody else. */
@Command(
    name = "export",
    description = "Write published tables as plain Parquet or CSV files.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Mixin private ProjectOption project;

  @Parameters(paramLabel = "TABLE", arity = "0..*", description = "Tables; default: all.")
  private List<String> tables = List.of();

  @Option(names = "--format", description = "parquet or csv; default parquet.")
  private ExportOptions.FileFormat format = ExportOptions.FileFormat.PARQUET;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to fill.")
  private Path folder;

  @Option(names = "--as-of", description = "Read the newest publication as of this day.")
  private LocalDate asOf;

  @Override
  public Integer call() {
    try (PublishedWarehouse warehouse =
        PublishedWarehouse.open(project.open().warehouse(), Optional.ofNullable(asOf))) {
      ExportTables.run(warehouse, new ExportOptions(tables, format, folder))
          .forEach(file -> Terminal.out().println(file));
      Terminal.out().flush();
      return ExitCodes.DONE;
    }
  }
}
