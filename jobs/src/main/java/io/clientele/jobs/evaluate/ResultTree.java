package io.clientele.jobs.evaluate;

import io.clientele.pipeline.metadata.Json;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A result of maps, lists and plain values: as JSON, or as a text for people. */
final class ResultTree {
  private static final MathContext SHOWN = new MathContext(6);

  private ResultTree() {}

  /** The tree with null for what could not be computed: JSON has no other number for it. */
  static Object withoutNaN(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      map.forEach((key, each) -> plain.put(key, withoutNaN(each)));
      return plain;
    }
    if (value instanceof Collection<?> list) {
      return list.stream()
          .map(ResultTree::withoutNaN)
          .collect(ArrayList::new, List::add, List::addAll);
    }
    return value instanceof Double number && !Double.isFinite(number) ? null : value;
  }

  static String json(Object tree) {
    return Json.write(tree);
  }

  static String text(Object tree) {
    StringBuilder text = new StringBuilder();
    append(text, (Map<?, ?>) tree, "");
    return text.toString().stripTrailing();
  }

  private static void append(StringBuilder text, Map<?, ?> map, String indent) {
    for (var entry : map.entrySet()) {
      String name = indent + entry.getKey();
      if (entry.getValue() instanceof Map<?, ?> inner && !inner.isEmpty()) {
        text.append(name).append(isGrid(inner.values()) ? "\n" + grid(inner, indent) : "\n");
        if (!isGrid(inner.values())) {
          append(text, inner, indent + "  ");
        }
      } else if (entry.getValue() instanceof List<?> list && isGrid(list)) {
        text.append(name).append('\n').append(grid(numbered(list), indent));
      } else {
        text.append(name).append("  ").append(shown(entry.getValue())).append('\n');
      }
    }
  }

  /** Whether all are rows of plain values. */
  private static boolean isGrid(Collection<?> values) {
    return !values.isEmpty()
        && values.stream()
            .allMatch(
                value ->
                    value instanceof Map<?, ?> row
                        && row.values().stream().noneMatch(cell -> cell instanceof Map));
  }

  private static Map<Object, Object> numbered(List<?> rows) {
    Map<Object, Object> numbered = new LinkedHashMap<>();
    rows.forEach(row -> numbered.put(numbered.size() + 1, row));
    return numbered;
  }

  private static String grid(Map<?, ?> rows, String indent) {
    Map<Object, Integer> widths = new LinkedHashMap<>();
    int names = 0;
    for (var row : rows.entrySet()) {
      names = Math.max(names, row.getKey().toString().length());
      ((Map<?, ?>) row.getValue())
          .forEach(
              (key, cell) ->
                  widths.merge(
                      key, Math.max(key.toString().length(), shown(cell).length()), Math::max));
    }
    StringBuilder grid = new StringBuilder(indent).append("  ").append(" ".repeat(names));
    widths.forEach((key, width) -> grid.append("  ").append(padded(key.toString(), width)));
    grid.append('\n');
    for (var row : rows.entrySet()) {
      grid.append(indent).append("  ").append(row.getKey());
      grid.append(" ".repeat(names - row.getKey().toString().length()));
      Map<?, ?> cells = (Map<?, ?>) row.getValue();
      widths.forEach(
          (key, width) ->
              grid.append("  ")
                  .append(padded(cells.containsKey(key) ? shown(cells.get(key)) : "", width)));
      grid.append('\n');
    }
    return grid.toString();
  }

  private static String padded(String cell, int width) {
    return " ".repeat(width - cell.length()) + cell;
  }

  private static String shown(Object value) {
    if (value == null) {
      return "-";
    }
    if (value instanceof Double number) {
      BigDecimal rounded = BigDecimal.valueOf(number).round(SHOWN).stripTrailingZeros();
      return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }
    if (value instanceof Collection<?> list) {
      return list.isEmpty()
          ? "none"
          : String.join("; ", list.stream().map(ResultTree::shown).toList());
    }
    return value.toString();
  }
}
