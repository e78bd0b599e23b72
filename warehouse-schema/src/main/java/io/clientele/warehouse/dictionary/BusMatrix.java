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
  private static final String DURABLE_RECORD = "customer_record_id";

  private BusMatrix() {}

  /** The matrix as Markdown; a cell names the columns of the fact that lead to the dimension. */
  public static String render(List<TableSpec> tables) {
    List<TableSpec> dimensions = of(tables, Layer.DIMENSION);
    StringBuilder text = new StringBuilder();
    text.append("# Bus matrix\n\nDerived from `warehouse-schema`; do not edit. A cell names the");
    text.append(" column by which the fact finds the dimension;\n`customer_record_id` leads to");
    text.append(" every version of the customer through `brg_customer_record`.\n\n");
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
    boolean isByRecord =
        fact.find(DURABLE_RECORD).isPresent() && dimension.find(DURABLE_RECORD).isPresent();
    return references.isEmpty() && isByRecord ? DURABLE_RECORD : references;
  }

  private static List<TableSpec> of(List<TableSpec> tables, Layer layer) {
    return tables.stream().filter(table -> table.layer() == layer).toList();
  }
}
