package io.clientele.reports.export;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.text.RowSink;
import io.clientele.reports.text.RowSink.Column;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Answers a SELECT over the published tables. */
public final class SqlQuery {
  private static final Set<String> NUMBERS =
      Set.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE");

  private SqlQuery() {}

  /**
   * Writes the answer while it is read.
   *
   * @return how many rows it has
   * @throws IllegalArgumentException when the statement is no single SELECT or does not run
   */
  public static long run(PublishedWarehouse warehouse, SqlOptions options, Appendable out) {
    long[] rows = {0};
    warehouse.select(
        options.statement(),
        result -> {
          try {
            rows[0] = write(result, options.format().sink(out, options.terminalWidth()));
          } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the answer: " + e.getMessage() + ".", e);
          }
        });
    return rows[0];
  }

  static long write(ResultSet result, RowSink sink) throws SQLException, IOException {
    sink.head(columns(result.getMetaData()));
    int width = result.getMetaData().getColumnCount();
    long rows = 0;
    while (result.next()) {
      List<Object> values = new ArrayList<>(width);
      for (int i = 1; i <= width; i++) {
        values.add(result.getObject(i));
      }
      sink.row(values);
      rows++;
    }
    sink.end();
    return rows;
  }

  private static List<Column> columns(ResultSetMetaData heading) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= heading.getColumnCount(); i++) {
      columns.add(new Column(heading.getColumnLabel(i), isNumber(heading.getColumnTypeName(i))));
    }
    return columns;
  }

  private static boolean isNumber(String type) {
    return NUMBERS.contains(type) || (type.startsWith("DECIMAL(") && !type.endsWith("]"));
  }
}
