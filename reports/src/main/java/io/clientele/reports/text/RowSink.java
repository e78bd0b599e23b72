package io.clientele.reports.text;

import java.io.IOException;
import java.util.List;

/** Takes a result row by row and writes it in one format. */
public interface RowSink {
  /** Called once, first. */
  void head(List<Column> columns) throws IOException;

  /** One row, in the order of the columns; values are null, or as JDBC gives them. */
  void row(List<Object> values) throws IOException;

  /** Called once, last. */
  void end() throws IOException;

  /**
   * A column of a result.
   *
   * @param name heading, or key in JSON
   * @param isNumber numbers stand right and are never guarded
   */
  record Column(String name, boolean isNumber) {}
}
