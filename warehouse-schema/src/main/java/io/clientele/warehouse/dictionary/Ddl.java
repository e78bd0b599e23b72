package io.clientele.warehouse.dictionary;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Layer;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.stream.Collectors;

/** CREATE TABLE statements in Spark SQL for Iceberg, with grain and sentences as comments. */
public final class Ddl {
  private Ddl() {}

  /** All tables, layer by layer. */
  public static String render(List<TableSpec> tables) {
    StringBuilder text = new StringBuilder("-- Derived from warehouse-schema; do not edit.\n");
    for (Layer layer : Layer.values()) {
      tables.stream()
          .filter(table -> table.layer() == layer)
          .forEach(table -> text.append('\n').append(of(table)).append(";\n"));
    }
    return text.toString();
  }

  /** One table, without a closing semicolon. */
  public static String of(TableSpec table) {
    String columns =
        table.fields().stream().map(Ddl::column).collect(Collectors.joining(",\n  ", "  ", "\n"));
    StringBuilder text = new StringBuilder();
    text.append("CREATE TABLE ").append(table.name()).append(" (\n").append(columns).append(')');
    text.append("\nUSING iceberg");
    if (!table.partitioning().isEmpty()) {
      text.append("\nPARTITIONED BY (").append(String.join(", ", table.partitioning())).append(')');
    }
    return text.append("\nCOMMENT ").append(quoted(comment(table))).toString();
  }

  private static String column(Field field) {
    return field.name()
        + " "
        + field.type().sql()
        + (field.nullable() ? "" : " NOT NULL")
        + " COMMENT "
        + quoted(field.sentence());
  }

  private static String comment(TableSpec table) {
    return table.key().isEmpty()
        ? table.grain()
        : table.grain() + "; key " + String.join(", ", table.key());
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
