package io.clientele.warehouse.publication;

import java.util.List;

/**
 * One table of a publication, as files: all that a reader needs.
 *
 * @param name table name
 * @param snapshotId Iceberg snapshot; -1 = the table is empty and has none
 * @param columns live columns in order, addressed by field id, so that renames and drops are safe
 * @param dataFiles Parquet files, paths relative to the warehouse
 * @param deleteFiles Parquet position-delete files, paths relative to the warehouse
 */
public record PublishedTable(
    String name,
    long snapshotId,
    List<PublishedColumn> columns,
    List<String> dataFiles,
    List<String> deleteFiles) {

  public PublishedTable {
    columns = List.copyOf(columns);
    dataFiles = List.copyOf(dataFiles);
    deleteFiles = List.copyOf(deleteFiles);
  }

  /**
   * A live column.
   *
   * @param fieldId Iceberg field id
   * @param name its name today
   * @param type Spark SQL type, for example {@code decimal(18,6)}
   */
  public record PublishedColumn(int fieldId, String name, String type) {}
}
