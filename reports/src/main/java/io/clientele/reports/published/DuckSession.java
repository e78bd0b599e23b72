package io.clientele.reports.published;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;

/** An in-memory DuckDB of its own: two threads, UTC, spilling below the system's temp folder. */
final class DuckSession implements AutoCloseable {
  private static final String STREAMED = "jdbc_stream_results";
  private static final String REASON = "Error: ";

  private final Connection connection;
  private boolean isLocked;

  private DuckSession(Connection connection) {
    this.connection = connection;
  }

  static DuckSession open() {
    Properties settings = new Properties();
    settings.setProperty(STREAMED, "true");
    settings.setProperty("threads", "2");
    settings.setProperty("temp_directory", spillFolder().toString());
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    try {
      DuckSession session = new DuckSession(DriverManager.getConnection("jdbc:duckdb:", settings));
      session.execute("SET TimeZone = 'UTC'");
      return session;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot start the reader: %s; check that %s can be written to."
              .formatted(e.getMessage(), spillFolder().getParent()),
          e);
    }
  }

  /** Made by DuckDB when a query does not fit into memory, and removed by it. */
  private static Path spillFolder() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "clientele-reader-" + ProcessHandle.current().pid());
  }

  Connection connection() {
    return connection;
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** From now on only these files can be read, and no setting can be changed. */
  void lock(Collection<String> files) throws SQLException {
    if (!isLocked) {
      execute("SET allowed_paths = " + Sql.texts(files));
      execute("SET enable_external_access = false");
      execute("SET lock_configuration = true");
      isLocked = true;
    }
  }

  /** The reason in DuckDB's words, on one line, without the echo of the statement. */
  static String reason(SQLException e) {
    String message = String.valueOf(e.getMessage());
    int wrapped = message.indexOf("Attempting to execute");
    int cause = wrapped < 0 ? -1 : message.indexOf(REASON, wrapped);
    if (cause >= 0) {
      message = message.substring(cause + REASON.length());
    }
    int echo = message.indexOf("\nLINE ");
    return (echo < 0 ? message : message.substring(0, echo)).replaceAll("\\s+", " ").strip();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Cannot close the reader: " + e.getMessage() + "; nothing is lost.", e);
    }
  }
}
