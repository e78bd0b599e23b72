package io.clientele.pipeline.store;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.spark.sql.types.DataType;

/** Brings a stored table to its declaration: adds columns, refuses another type. */
final class TableEvolution {
  private TableEvolution() {}

  static Table addMissing(Table table, TableSpec spec) {
    spec.fields().forEach(field -> refuseOtherType(table.schema(), spec, field));
    List<Field> missing = missing(table.schema().asStruct(), spec);
    if (!missing.isEmpty()) {
      UpdateSchema update = table.updateSchema();
      missing.forEach(field -> update.addColumn(field.name(), type(field), field.sentence()));
      update.commit();
    }
    return table;
  }

  static Table addMissingToChanges(Table table, TableSpec spec) {
    List<Field> missing = missing(table.schema().findType("after").asStructType(), spec);
    if (!missing.isEmpty()) {
      UpdateSchema update = table.updateSchema();
      for (Field field : missing) {
        update.addColumn("before", field.name(), type(field), field.sentence());
        update.addColumn("after", field.name(), type(field), field.sentence());
      }
      update.commit();
    }
    return table;
  }

  private static List<Field> missing(Types.StructType stored, TableSpec spec) {
    return spec.fields().stream().filter(field -> stored.field(field.name()) == null).toList();
  }

  private static void refuseOtherType(Schema stored, TableSpec spec, Field field) {
    Types.NestedField column = stored.findField(field.name());
    if (column == null) {
      return;
    }
    String now = SparkSchemaUtil.convert(column.type()).catalogString();
    String declared = DataType.fromDDL(field.type().sql()).catalogString();
    if (!now.equals(declared)) {
      throw new IllegalArgumentException(
          "Cannot write %s: column %s is %s in the warehouse and %s in its declaration; give the new column another name."
              .formatted(spec.name(), field.name(), now, declared));
    }
  }

  private static Type type(Field field) {
    return SparkSchemaUtil.convert(DataType.fromDDL(field.type().sql()));
  }
}
