package io.clientele.reports.published;

import io.clientele.warehouse.publication.PublishedTable;
import io.clientele.warehouse.publication.PublishedTable.PublishedColumn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One published table as a DuckDB view: columns are matched by field id, so a renamed column has
 * its name of today in old files too and an added one is empty there, and rows that position
 * deletes name are gone.
 */
final class TableView {
  private static final long BYTES_A_ROW = 32;

  private final Path root;
  private final PublishedTable table;

  TableView(Path root, PublishedTable table) {
    this.root = root;
    this.table = table;
  }

  /** Absolute paths of everything the view reads. */
  List<String> files() {
    return Stream.concat(table.dataFiles().stream(), table.deleteFiles().stream())
        .map(this::absolute)
        .toList();
  }

  String createStatement() {
    return "CREATE VIEW " + Sql.name(table.name()) + " AS " + select();
  }

  private String select() {
    if (table.dataFiles().isEmpty()) {
      return "SELECT " + columns(TableView::emptyColumn) + " WHERE false";
    }
    String names = columns(column -> "rows." + Sql.name(column.name()));
    if (table.deleteFiles().isEmpty()) {
      return "SELECT " + names + " FROM " + rows("") + " AS rows";
    }
    return "SELECT "
        + names
        + " FROM "
        + rows(", filename = true, file_row_number = true")
        + " AS rows ANTI JOIN ("
        + deletes()
        + ") AS gone ON rows.filename = gone.file_path AND rows.file_row_number = gone.pos";
  }

  private String rows(String options) {
    String schema =
        columns(
            column ->
                "%d: {name: %s, type: %s, default_value: NULL}"
                    .formatted(
                        column.fieldId(),
                        Sql.text(column.name()),
                        Sql.text(DuckType.of(column.type()))));
    return "read_parquet(%s, schema = MAP {%s}, hive_partitioning = false, explicit_cardinality = %d%s)"
        .formatted(files(table.dataFiles()), schema, estimatedRows(), options);
  }

  /**
   * With a schema given DuckDB takes a table for empty and builds every join on its rows: three
   * times slower, and in no order. A guess from the size of the files is enough.
   */
  private long estimatedRows() {
    long bytes = 0;
    for (String file : table.dataFiles()) {
      try {
        bytes += Files.size(root.resolve(file));
      } catch (IOException e) {
        return 0;
      }
    }
    return 1 + bytes / BYTES_A_ROW;
  }

  /** Paths in delete files may be written as URIs: file:/x and file:///x are /x. */
  private String deletes() {
    return "SELECT regexp_replace(file_path, '^file:/+', '/') AS file_path, pos FROM read_parquet("
        + files(table.deleteFiles())
        + ", hive_partitioning = false)";
  }

  private static String emptyColumn(PublishedColumn column) {
    return "NULL::" + DuckType.of(column.type()) + " AS " + Sql.name(column.name());
  }

  private String columns(Function<PublishedColumn, String> text) {
    return table.columns().stream().map(text).collect(Collectors.joining(", "));
  }

  private String files(List<String> relative) {
    return Sql.texts(relative.stream().map(this::absolute).toList());
  }

  private String absolute(String relative) {
    return root.resolve(relative).toString();
  }
}
