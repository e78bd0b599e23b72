package io.clientele.pipeline.store;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;

import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The published rows of a table with their addresses, kept so that a step which reads its own table
 * and the upsert behind it read every row once between them.
 */
public final class StoredRows implements AutoCloseable {
  static final String FILE = "file_path";
  static final String POSITION = "row_position";
  static final String PARTITION = "partition_values";

  private final TableSpec spec;
  private final Dataset<Row> addressed;

  private StoredRows(TableSpec spec, Dataset<Row> addressed) {
    this.spec = spec;
    this.addressed = addressed;
  }

  static StoredRows kept(TableSpec spec, Dataset<Row> stored, Table table) {
    return new StoredRows(
        spec, addressed(spec, stored, table).persist(StorageLevel.MEMORY_AND_DISK()));
  }

  /** The rows as declared. */
  public Dataset<Row> rows() {
    return SnapshotRows.aligned(addressed, spec);
  }

  /** The columns of the table and the address of each row: file, position, partition. */
  Dataset<Row> addressed() {
    return addressed;
  }

  /** Adds the address to rows as they are stored. */
  static Dataset<Row> addressed(TableSpec spec, Dataset<Row> stored, Table table) {
    Column[] partition =
        table.spec().fields().stream()
            .map(PartitionField::name)
            .map(name -> col("_partition." + name).cast("string"))
            .toArray(Column[]::new);
    List<Column> columns = new ArrayList<>();
    spec.columnNames().forEach(name -> columns.add(col(name)));
    columns.add(col("_file").as(FILE));
    columns.add(col("_pos").as(POSITION));
    columns.add(array(partition).cast("array<string>").as(PARTITION));
    return stored.select(columns.toArray(Column[]::new));
  }

  @Override
  public void close() {
    addressed.unpersist(false);
  }
}
