package io.clientele.pipeline.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionField;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Type;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The partitions into which a snapshot wrote.
 *
 * @param condition rows in them; empty = cannot be told by plain columns
 */
record WrittenPartitions(Optional<Column> condition) {

  static WrittenPartitions of(Table table, Snapshot snapshot) {
    Set<Optional<Column>> partitions = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    for (DataFile file : snapshot.addedDataFiles(table.io())) {
      if (seen.add(table.spec().partitionToPath(file.partition()))) {
        partitions.add(condition(table, file));
      }
    }
    boolean isKnown = !partitions.isEmpty() && partitions.stream().allMatch(Optional::isPresent);
    return new WrittenPartitions(
        isKnown ? partitions.stream().map(Optional::get).reduce(Column::or) : Optional.empty());
  }

  private static Optional<Column> condition(Table table, DataFile file) {
    PartitionSpec spec = table.spec();
    Column all = lit(true);
    for (int i = 0; i < spec.fields().size(); i++) {
      PartitionField field = spec.fields().get(i);
      Object value = file.partition().get(i, Object.class);
      if (!field.transform().isIdentity() || value == null) {
        return Optional.empty();
      }
      Type type = table.schema().findType(field.sourceId());
      @SuppressWarnings("unchecked")
      String text =
          ((org.apache.iceberg.transforms.Transform<Object, Object>) field.transform())
              .toHumanString(type, value);
      String column = table.schema().findColumnName(field.sourceId());
      all = all.and(col(column).equalTo(lit(text).cast(type.toString())));
    }
    return Optional.of(all);
  }

  /** The rows in these partitions; all rows when they cannot be told. */
  Dataset<Row> in(Dataset<Row> rows) {
    return condition.map(rows::where).orElse(rows);
  }
}
