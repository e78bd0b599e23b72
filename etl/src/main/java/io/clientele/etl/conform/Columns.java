package io.clientele.etl.conform;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/** Spark columns from declared fields. */
public final class Columns {
  private Columns() {}

  public static Column col(Field field) {
    return functions.col(field.name());
  }

  /** No value, of the field's type, under its name. */
  public static Column none(Field field) {
    return functions.lit(null).cast(field.type().sql()).as(field.name());
  }

  public static Column[] named(List<String> names) {
    return names.stream().map(functions::col).toArray(Column[]::new);
  }

  /** All columns of a table: the given expression, else the column of that name. */
  public static Column[] of(TableSpec table, Map<String, Column> expressions) {
    return table.fields().stream()
        .map(
            field ->
                expressions
                    .getOrDefault(field.name(), functions.col(field.name()))
                    .cast(field.type().sql())
                    .as(field.name()))
        .toArray(Column[]::new);
  }

  /** The column where the rows have it, else no value. */
  public static Column orNone(Dataset<Row> rows, Field field) {
    return Arrays.asList(rows.columns()).contains(field.name())
        ? functions.col(field.name())
        : none(field);
  }

  /** Declared fields beyond the canonical ones: a company's own attributes. */
  public static List<Field> ownAttributes(TableSpec table, TableSpec canonical) {
    return table.fields().stream().filter(field -> canonical.find(field.name()).isEmpty()).toList();
  }

  /** A table without rows. */
  public static Dataset<Row> noRows(SparkSession session, TableSpec table) {
    StructType type = new StructType();
    for (Field field : table.fields()) {
      type = type.add(field.name(), field.type().sql());
    }
    return session.createDataFrame(List.of(), type);
  }
}
