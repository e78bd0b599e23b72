package io.clientele.jobs.cli;

import io.clientele.pipeline.metadata.Json;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows under names of columns: as a table, or as JSON where a program reads them. */
final class Listing {
  /** How a listing is printed. */
  enum Form {
    TABLE,
    JSON
  }

  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  Listing(String... columns) {
    this.columns = List.of(columns);
  }

  Listing add(Object... values) {
    List<String> row = new ArrayList<>();
    for (Object value : values) {
      row.add(String.valueOf(value));
    }
    rows.add(row);
    return this;
  }

  void print(PrintWriter out, Form form) {
    if (form == Form.JSON) {
      out.println(Json.write(rows.stream().map(this::named).toList()));
    } else {
      table(out);
    }
    out.flush();
  }

  private Map<String, String> named(List<String> row) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      named.put(columns.get(column), row.get(column));
    }
    return named;
  }

  private void table(PrintWriter out) {
    int[] widths = widths();
    line(out, columns, widths);
    rows.forEach(row -> line(out, row, widths));
  }

  private static void line(PrintWriter out, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.size(); column++) {
      String cell = cells.get(column);
      line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
    }
    out.println(line.toString().stripTrailing());
  }

  /** Of each column its longest cell; looked at once, lists may have a hundred thousand rows. */
  private int[] widths() {
    int[] widths = columns.stream().mapToInt(String::length).toArray();
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    return widths;
  }
}
