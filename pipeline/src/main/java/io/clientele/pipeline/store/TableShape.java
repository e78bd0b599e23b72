package io.clientele.pipeline.store;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A declared table as Spark and Iceberg write it down. */
public final class TableShape {
  private static final Pattern TRANSFORM =
      Pattern.compile("(\\w+)\\((?:(\\d+)\\s*,\\s*)?(\\w+)\\)");

  private static final String NO_DICTIONARY = "write.parquet.dict-encoding-enabled.column.";

  private TableShape() {}

  /** All columns nullable: what is required is a rule of the quality gate. */
  public static StructType schema(TableSpec spec) {
    return new StructType(
        spec.fields().stream().map(TableShape::column).toArray(StructField[]::new));
  }

  static StructField column(Field field) {
    Metadata comment = new MetadataBuilder().putString("comment", field.sentence()).build();
    return new StructField(field.name(), DataType.fromDDL(field.type().sql()), true, comment);
  }

  /** Rows before and after a change, with the address of the row before. */
  static StructType changeSchema(TableSpec spec) {
    StructType row = schema(spec);
    return new StructType()
        .add("run_id", "string", true, "Run that made the change")
        .add("change_sequence", "bigint", true, "Ascending with the publications")
        .add("change_type", "string", true, "insert, update or delete")
        .add("before", row, true, "The row before; empty for an insert")
        .add("after", row, true, "The row after; empty for a delete")
        .add("file_path", "string", true, "Data file of the row before")
        .add("row_position", "bigint", true, "Its position in the file")
        .add("partition_values", "array<string>", true, "Its partition as text");
  }

  static Schema iceberg(StructType schema) {
    return SparkSchemaUtil.convert(schema);
  }

  static PartitionSpec partitioning(TableSpec spec, Schema schema) {
    PartitionSpec.Builder builder = PartitionSpec.builderFor(schema);
    spec.partitioning().forEach(transform -> addTransform(builder, spec, transform));
    return builder.build();
  }

  private static void addTransform(PartitionSpec.Builder builder, TableSpec spec, String text) {
    Matcher match = TRANSFORM.matcher(text);
    if (!match.matches()) {
      builder.identity(spec.field(text).name());
      return;
    }
    String column = spec.field(match.group(3)).name();
    switch (match.group(1)) {
      case "years" -> builder.year(column);
      case "months" -> builder.month(column);
      case "days" -> builder.day(column);
      case "bucket" -> builder.bucket(column, Integer.parseInt(match.group(2)));
      default ->
          throw new IllegalArgumentException(
              "Cannot partition "
                  + spec.name()
                  + " by "
                  + text
                  + ": only years, months, days, bucket(n, column) and plain columns are known;"
                  + " name one of them.");
    }
  }

  static SortOrder sortOrder(TableSpec spec, Schema schema) {
    SortOrder.Builder builder = SortOrder.builderFor(schema);
    spec.sortedBy().forEach(builder::asc);
    return builder.build();
  }

  static Map<String, String> properties(TableSpec spec) {
    Map<String, String> properties = new HashMap<>(changeProperties());
    properties.put("comment", spec.grain());
    if (!spec.partitioning().isEmpty()) {
      properties.put("write.distribution-mode", "hash");
    }
    spec.fields().stream()
        .filter(field -> isNearlyUnique(spec, field))
        .forEach(field -> properties.put(NO_DICTIONARY + field.name(), "false"));
    return properties;
  }

  /**
   * Values that hardly repeat in a file: a dictionary of them is built, found too large, dropped.
   */
  private static boolean isNearlyUnique(TableSpec spec, Field field) {
    boolean isOnlyKey = spec.key().size() == 1 && spec.key().contains(field.name());
    boolean isAddress = field.equals(Lineage.RECORD_NUMBER) || field.equals(Lineage.BYTE_OFFSET);
    return isOnlyKey || isAddress;
  }

  static Map<String, String> changeProperties() {
    return Map.of(
        "format-version", "2",
        "write.delete.mode", "merge-on-read",
        "write.update.mode", "merge-on-read",
        "write.merge.mode", "merge-on-read",
        "write.metadata.delete-after-commit.enabled", "true",
        "write.metadata.previous-versions-max", "3",
        "write.parquet.compression-codec", "zstd",
        "write.distribution-mode", "none");
  }

  /** Names of columns in Spark SQL, quoted. */
  static List<String> quoted(List<String> columns) {
    return columns.stream().map(column -> "`" + column + "`").toList();
  }
}
