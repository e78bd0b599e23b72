package io.clientele.reports.published;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whether a typed text is exactly one SELECT; asked of DuckDB's own parser, nothing is run. */
final class SelectStatement {
  private static final String PARSE =
      "SELECT json_extract_string(tree, '$.error_type'),"
          + " json_extract_string(tree, '$.error_message'),"
          + " json_array_length(tree, '$.statements')"
          + " FROM (SELECT json_serialize_sql(?::VARCHAR) AS tree)";

  private SelectStatement() {}

  static void check(Connection connection, String typed) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(PARSE)) {
      statement.setString(1, typed);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        refuse(row.getString(1), row.getString(2), row.getInt(3));
      }
    }
  }

  private static void refuse(String errorType, String message, int statements) {
    if ("not implemented".equals(errorType)) {
      throw new IllegalArgumentException(
          "Cannot run the statement: only SELECT reads the published warehouse and nothing may write to it; write it as a SELECT.");
    }
    if (errorType != null) {
      throw new IllegalArgumentException(
          "Cannot run the query: %s; mend the statement.".formatted(message));
    }
    if (statements != 1) {
      throw new IllegalArgumentException(
          "Cannot run the query: it holds %d statements and exactly one is run at a time; leave one."
              .formatted(statements));
    }
  }
}
