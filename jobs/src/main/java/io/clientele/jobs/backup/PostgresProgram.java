package io.clientele.jobs.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * A program of PostgreSQL on this computer, connected as a JDBC URL says. Where and who is told in
 * the environment: command lines are seen by everybody on the computer, passwords are none of them.
 */
record PostgresProgram(String name, String url) {
  private static final Map<PGProperty, String> NAMES =
      Map.of(
          PGProperty.PG_HOST, "PGHOST",
          PGProperty.PG_PORT, "PGPORT",
          PGProperty.PG_DBNAME, "PGDATABASE",
          PGProperty.USER, "PGUSER",
          PGProperty.PASSWORD, "PGPASSWORD",
          PGProperty.SSL_MODE, "PGSSLMODE",
          PGProperty.SSL_ROOT_CERT, "PGSSLROOTCERT");

  /**
   * Waits until it has ended.
   *
   * @throws IOException with what it said when it is not there or did not end well
   */
  void run(String... arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(name));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment());
    Process process = started(builder);
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IOException(name + " failed: " + said);
    }
  }

  private Process started(ProcessBuilder builder) throws IOException {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException(
          name
              + " is not on the path; install PostgreSQL's client programs, of the server's version"
              + " or newer",
          e);
    }
  }

  /** What PostgreSQL's own programs read their connection from. */
  Map<String, String> environment() {
    Properties properties = Driver.parseURL(url, new Properties());
    Map<String, String> environment = new TreeMap<>();
    NAMES.forEach(
        (property, variable) -> {
          String value = property.getOrDefault(properties);
          if (value != null) {
            environment.put(variable, value);
          }
        });
    return environment;
  }
}
