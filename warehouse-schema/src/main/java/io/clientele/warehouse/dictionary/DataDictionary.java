package io.clientele.warehouse.dictionary;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Layer;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Every table and column in words, as Markdown: layer by layer, in the order of the data's way. */
public final class DataDictionary {
  private static final String HEAD =
      "| column | type | empty | role | adds up | personal | refers to | meaning |\n"
          + "|---|---|---|---|---|---|---|---|\n";

  private DataDictionary() {}

  /** The whole dictionary: contents first, then one section per layer. */
  public static String render(List<TableSpec> tables) {
    StringBuilder text = new StringBuilder("# Data dictionary\n\n");
    text.append("Derived from `warehouse-schema`; do not edit. Times are UTC; a `stg_` table here");
    text.append(" is a shape, of which every source\nentity has its own instance, for example");
    text.append(" `stg_webshop__orders`.\n\n");
    for (Layer layer : Layer.values()) {
      contents(text, layer, of(tables, layer));
    }
    for (Layer layer : Layer.values()) {
      section(text, layer, of(tables, layer));
    }
    return text.toString();
  }

  /** One table: heading, grain, key, layout, columns. */
  public static String of(TableSpec table) {
    StringBuilder text = new StringBuilder();
    text.append("### ").append(table.name()).append("\n\n");
    text.append("Grain: ").append(table.grain()).append('.');
    text.append(listed("Key", table.key(), "none, rows are only appended"));
    text.append(listed("Partitioned by", table.partitioning(), ""));
    text.append(listed("Sorted by", table.sortedBy(), ""));
    text.append("\n\n").append(HEAD);
    table.fields().forEach(field -> text.append(line(field)));
    return text.append('\n').toString();
  }

  private static void contents(StringBuilder text, Layer layer, List<TableSpec> tables) {
    if (!tables.isEmpty()) {
      text.append("- `").append(layer.prefix()).append("` ").append(layer.meaning()).append(": ");
      text.append(
          tables.stream()
              .map(table -> "[" + table.name() + "](#" + table.name() + ")")
              .collect(Collectors.joining(", ")));
      text.append('\n');
    }
  }

  private static void section(StringBuilder text, Layer layer, List<TableSpec> tables) {
    if (!tables.isEmpty()) {
      text.append("\n## ").append(layer.prefix()).append(": ").append(layer.meaning());
      text.append("\n\n");
      tables.forEach(table -> text.append(of(table)));
      text.setLength(text.length() - 1);
    }
  }

  private static String listed(String what, List<String> columns, String otherwise) {
    if (columns.isEmpty()) {
      return otherwise.isEmpty() ? "" : " " + what + ": " + otherwise + ".";
    }
    return " " + what + ": `" + String.join("`, `", columns) + "`.";
  }

  private static String line(Field field) {
    return "| `"
        + field.name()
        + "` | "
        + field.type().sql()
        + " | "
        + (field.nullable() ? "may be" : "never")
        + " | "
        + words(field.role())
        + " | "
        + (field.additivity() == Additivity.NONE ? "" : words(field.additivity()))
        + " | "
        + (field.personal() == PersonalData.NONE ? "" : words(field.personal()))
        + " | "
        + field.references().map(table -> "[" + table + "](#" + table + ")").orElse("")
        + " | "
        + meaning(field)
        + " |\n";
  }

  private static String meaning(Field field) {
    String sentence = field.sentence().replace("|", "\\|");
    return field.accepted().isEmpty()
        ? sentence
        : sentence + "; one of `" + String.join("`, `", field.accepted()) + "`";
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<TableSpec> of(List<TableSpec> tables, Layer layer) {
    return tables.stream().filter(table -> table.layer() == layer).toList();
  }
}
