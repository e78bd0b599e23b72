package io.clientele.warehouse.dictionary;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Layer;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which fact knows which dimension (Kimball): one line per fact, one column per dimension. */
public final class BusMatrix {
  /** Columns that lead to all versions of a member. */
  private static final List<String> DURABLE = List.of("customer_record_id", "product_id");

  private BusMatrix() {}

  /** The matrix as Markdown; a cell names the columns of the fact that lead to the dimension. */
  public static String render(List<TableSpec> tables) {
    List<TableSpec> dimensions = of(tables, Layer.DIMENSION);
    StringBuilder text = new StringBuilder();
    text.append("# Bus matrix\n\nDerived from `warehouse-schema`; do not edit. A cell names the");
    text.append(" column by which the fact finds the dimension;\n`customer_record_id` and");
    text.append(" `product_id` lead to every version of the member.\n\n");
    text.append(line("fact", "grain", dimensions, TableSpec::name));
    text.append(line("---", "---", dimensions, dimension -> "---"));
    for (TableSpec fact : of(tables, Layer.FACT)) {
      text.append(
          line("`" + fact.name() + "`", fact.grain(), dimensions, table -> cell(fact, table)));
    }
    return text.toString();
  }

  private static String line(
      String head,
      String grain,
      List<TableSpec> dimensions,
      Function<TableSpec, String> cellOfDimension) {
    return dimensions.stream()
        .map(cellOfDimension)
        .collect(Collectors.joining(" | ", "| " + head + " | " + grain + " | ", " |\n"));
  }

  private static String cell(TableSpec fact, TableSpec dimension) {
    String references =
        fact.fields().stream()
            .filter(field -> field.references().equals(Optional.of(dimension.name())))
            .map(Field::name)
            .collect(Collectors.joining(", "));
    return references.isEmpty()
        ? DURABLE.stream()
            .filter(name -> fact.find(name).isPresent() && dimension.find(name).isPresent())
            .collect(Collectors.joining(", "))
        : references;
  }

  private static List<TableSpec> of(List<TableSpec> tables, Layer layer) {
    return tables.stream().filter(table -> table.layer() == layer).toList();
  }
}
