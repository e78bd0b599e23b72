package io.clientele.reports.explain;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.text.PlainText;
import io.clientele.reports.text.RowSink.Column;
import io.clientele.reports.text.TableSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Writes the answers of queries about one customer: several rows as a table, one row as a list. */
final class CustomerPage {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private final PublishedWarehouse warehouse;
  private final String customerId;
  private final OptionalInt terminalWidth;
  private final Appendable out;

  CustomerPage(
      PublishedWarehouse warehouse, String customerId, OptionalInt terminalWidth, Appendable out) {
    this.warehouse = warehouse;
    this.customerId = customerId;
    this.terminalWidth = terminalWidth;
    this.out = out;
  }

  void title(String title) throws IOException {
    out.append('\n').append(title).append('\n');
  }

  /** A sentence below the title. */
  void line(String text) throws IOException {
    wrapped(INDENT, INDENT, text);
  }

  /** Breaks at blanks so that no line is longer than the page. */
  private void wrapped(String first, String further, String text) throws IOException {
    int room = WIDTH - first.length();
    String rest = text;
    String start = first;
    while (rest.length() > room) {
      int blank = rest.lastIndexOf(' ', room);
      int end = blank > 0 ? blank : room;
      out.append(start).append(rest, 0, end).append('\n');
      rest = rest.substring(end).strip();
      start = further;
    }
    out.append(start).append(rest).append('\n');
  }

  /**
   * A table.
   *
   * @param heads a head that starts with {@code #} is a number
   * @param sql has one parameter, the customer id
   * @param nothing what to say when there are no rows
   */
  void table(List<String> heads, String sql, String nothing) throws IOException {
    List<List<Object>> rows = rows(sql, heads.size());
    if (rows.isEmpty()) {
      line(nothing);
      return;
    }
    StringBuilder text = new StringBuilder();
    TableSink sink = TableSink.keepingEnds(text, room());
    sink.head(
        heads.stream()
            .map(head -> new Column(head.replace("#", ""), head.startsWith("#")))
            .toList());
    for (List<Object> row : rows) {
      sink.row(row);
    }
    sink.end();
    for (String written : text.toString().lines().toList()) {
      out.append((INDENT + written).stripTrailing()).append('\n');
    }
  }

  private OptionalInt room() {
    return terminalWidth.isPresent()
        ? OptionalInt.of(terminalWidth.getAsInt() - INDENT.length())
        : terminalWidth;
  }

  /** The first row as lines of name and value; values that are missing are left out. */
  void list(List<String> names, String sql, String nothing) throws IOException {
    List<List<Object>> rows = rows(sql, names.size());
    if (rows.isEmpty()) {
      line(nothing);
      return;
    }
    int width = names.stream().mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < names.size(); i++) {
      String value = PlainText.of(rows.get(0).get(i));
      if (!value.isEmpty()) {
        String name = names.get(i);
        String head = INDENT + name + " ".repeat(width - name.length() + 2);
        wrapped(head, " ".repeat(head.length()), value);
      }
    }
  }

  private List<List<Object>> rows(String sql, int width) {
    return warehouse.rows(
        sql,
        row -> {
          List<Object> values = new ArrayList<>();
          for (int i = 1; i <= width; i++) {
            values.add(row.getObject(i));
          }
          return values;
        },
        customerId);
  }
}
