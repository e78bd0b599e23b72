package io.clientele.reports.export;

import io.clientele.reports.export.ExportOptions.FileFormat;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.published.Sql;
import io.clientele.reports.text.FormulaGuard;
import io.clientele.warehouse.publication.PublishedTable;
import io.clientele.warehouse.publication.PublishedTable.PublishedColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Published tables as plain files, one a table: replaced and deleted rows are not in them, so
 * everybody can read them without Iceberg. Text in CSV is safe to open in a spreadsheet.
 */
public final class ExportTables {
  private ExportTables() {}

  /**
   * @return the written files, in the order of the tables
   * @throws IllegalArgumentException when a table is not published or the folder is the warehouse
   */
  public static List<Path> run(PublishedWarehouse warehouse, ExportOptions options) {
    List<PublishedTable> tables =
        (options.tables().isEmpty() ? warehouse.tableNames() : options.tables())
            .stream().map(warehouse::table).toList();
    Path folder = folder(warehouse, options.folder());
    List<Path> written = new ArrayList<>();
    for (PublishedTable table : tables) {
      Path file =
          folder.resolve(table.name() + "." + options.format().name().toLowerCase(Locale.ROOT));
      warehouse.execute(copy(table, options.format(), file));
      written.add(file);
    }
    return written;
  }

  private static Path folder(PublishedWarehouse warehouse, Path asked) {
    Path folder = asked.toAbsolutePath().normalize();
    if (folder.startsWith(Path.of(warehouse.publication().warehousePath()))) {
      throw new IllegalArgumentException(
          "Cannot export to %s: it lies inside the warehouse; name a folder outside."
              .formatted(folder));
    }
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot make the folder %s: %s; name a folder that can be written to."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static String copy(PublishedTable table, FileFormat format, Path file) {
    String columns =
        table.columns().stream()
            .map(column -> format == FileFormat.CSV ? csvColumn(column) : plain(column))
            .collect(Collectors.joining(", "));
    return "COPY (SELECT %s FROM %s) TO %s (%s)"
        .formatted(
            columns,
            Sql.name(table.name()),
            Sql.text(file.toString()),
            format == FileFormat.CSV ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd");
  }

  private static String plain(PublishedColumn column) {
    return Sql.name(column.name());
  }

  /** Nested values become JSON; text that would start a formula gets an apostrophe. */
  private static String csvColumn(PublishedColumn column) {
    String name = Sql.name(column.name());
    if (column.type().contains("<")) {
      return "to_json(" + name + ")::VARCHAR AS " + name;
    }
    return column.type().equals("string") ? FormulaGuard.guardSql(name) + " AS " + name : name;
  }
}
