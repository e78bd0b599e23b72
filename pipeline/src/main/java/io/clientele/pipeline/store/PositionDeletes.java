package io.clientele.pipeline.store;

import static org.apache.spark.sql.functions.col;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetricsConfig;
import org.apache.iceberg.PartitionData;
import org.apache.iceberg.RowDelta;
import org.apache.iceberg.SerializableTable;
import org.apache.iceberg.Table;
import org.apache.iceberg.deletes.PositionDelete;
import org.apache.iceberg.deletes.PositionDeleteWriter;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Takes stored rows away by their address, one delete file a task and partition. */
final class PositionDeletes {
  private PositionDeletes() {}

  /**
   * Writes and commits to the branch.
   *
   * @param changes rows with {@code file_path}, {@code row_position}, {@code partition_values}
   * @param count how many
   */
  static void write(Table table, RunBranch branch, Dataset<Row> changes, long count) {
    Table onExecutors = SerializableTable.copyOf(table);
    Dataset<Row> addresses = changes.select("partition_values", "file_path", "row_position");
    Dataset<Row> byFile =
        SmallRows.areFew(count) ? addresses.coalesce(1) : addresses.repartition(col("file_path"));
    List<byte[]> files =
        byFile
            .sortWithinPartitions("partition_values", "file_path", "row_position")
            .mapPartitions(new WriteFiles(onExecutors), Encoders.BINARY())
            .collectAsList();
    RowDelta delta = table.newRowDelta();
    files.forEach(bytes -> delta.addDeletes(read(bytes)));
    delta.toBranch(branch.name()).commit();
    table.refresh();
  }

  /** One task: rows come sorted by partition, file and position. */
  private record WriteFiles(Table table) implements MapPartitionsFunction<Row, byte[]> {
    @Override
    public Iterator<byte[]> call(Iterator<Row> rows) throws IOException {
      TaskContext task = TaskContext.get();
      OutputFileFactory names =
          OutputFileFactory.builderFor(table, task.partitionId(), task.taskAttemptId())
              .format(FileFormat.PARQUET)
              .suffix("deletes")
              .build();
      List<byte[]> written = new ArrayList<>();
      List<String> partition = null;
      PositionDeleteWriter<Void> writer = null;
      PositionDelete<Void> delete = PositionDelete.create();
      while (rows.hasNext()) {
        Row row = rows.next();
        List<String> values = row.getList(0);
        if (writer == null || !values.equals(partition)) {
          finish(writer, written);
          partition = values;
          writer = open(names, values);
        }
        writer.write(delete.set(row.getString(1), row.getLong(2)));
      }
      finish(writer, written);
      return written.iterator();
    }

    private PositionDeleteWriter<Void> open(OutputFileFactory names, List<String> values)
        throws IOException {
      PartitionData partition = partition(values);
      return Parquet.writeDeletes(names.newOutputFile(table.spec(), partition))
          .withSpec(table.spec())
          .withPartition(partition)
          .metricsConfig(MetricsConfig.forPositionDelete())
          .overwrite()
          .buildPositionWriter();
    }

    private PartitionData partition(List<String> values) {
      PartitionData partition = new PartitionData(table.spec().partitionType());
      List<Types.NestedField> fields = table.spec().partitionType().fields();
      for (int i = 0; i < fields.size(); i++) {
        partition.set(i, Conversions.fromPartitionString(fields.get(i).type(), values.get(i)));
      }
      return partition;
    }

    private static void finish(PositionDeleteWriter<Void> writer, List<byte[]> written)
        throws IOException {
      if (writer != null) {
        writer.close();
        written.add(bytes(writer.toDeleteFile()));
      }
    }
  }

  private static byte[] bytes(DeleteFile file) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(file);
    }
    return bytes.toByteArray();
  }

  private static DeleteFile read(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (DeleteFile) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(
          "Cannot read the description of a delete file: " + e.getMessage(), e);
    }
  }
}
