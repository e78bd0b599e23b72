package io.clientele.pipeline.publication;

import io.clientele.pipeline.store.Position;
import io.clientele.pipeline.store.TableCatalog;
import io.clientele.warehouse.publication.PublishedTable;
import io.clientele.warehouse.publication.PublishedTable.PublishedColumn;
import io.clientele.warehouse.spec.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.types.DataType;

/** Tables as files, for readers that know neither Spark nor Iceberg. */
final class TableManifests {
  private final TableCatalog catalog;
  private final Path warehouse;

  TableManifests(TableCatalog catalog, Path warehouse) {
    this.catalog = catalog;
    this.warehouse = warehouse;
  }

  /** The table at a snapshot, with the columns that it has now. */
  PublishedTable of(TableSpec spec, Position position) {
    if (position.wasNeverWritten()) {
      return neverWritten(spec);
    }
    Table table = catalog.find(spec.name()).orElseThrow();
    List<String> dataFiles = new ArrayList<>();
    Set<String> deleteFiles = new LinkedHashSet<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(position.snapshot()).planFiles()) {
      for (FileScanTask task : tasks) {
        dataFiles.add(relative(task.file().location()));
        for (DeleteFile delete : task.deletes()) {
          deleteFiles.add(relative(delete.location()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot list the files of " + spec.name() + ": " + e.getMessage(), e);
    }
    dataFiles.sort(null);
    return new PublishedTable(
        spec.name(),
        position.snapshot(),
        columns(table),
        dataFiles,
        deleteFiles.stream().sorted().toList());
  }

  private static List<PublishedColumn> columns(Table table) {
    return table.schema().columns().stream()
        .map(
            column ->
                new PublishedColumn(
                    column.fieldId(),
                    column.name(),
                    SparkSchemaUtil.convert(column.type()).catalogString()))
        .toList();
  }

  private static PublishedTable neverWritten(TableSpec spec) {
    List<PublishedColumn> columns = new ArrayList<>();
    spec.fields()
        .forEach(
            field ->
                columns.add(
                    new PublishedColumn(
                        columns.size() + 1,
                        field.name(),
                        DataType.fromDDL(field.type().sql()).catalogString())));
    return new PublishedTable(spec.name(), Position.NO_SNAPSHOT, columns, List.of(), List.of());
  }

  private String relative(String location) {
    return warehouse.relativize(Path.of(location)).toString();
  }
}
