package io.clientele.pipeline.metadata;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToCreateStatementException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * One database beside the warehouse that says what is true: SQLite by default, PostgreSQL by URL.
 * It also holds the Iceberg catalog's tables.
 */
public final class MetadataDatabase implements AutoCloseable {
  private static final String SQLITE = "jdbc:sqlite:";

  /** Survives SIGKILL; a second writer waits instead of failing. */
  private static final String SQLITE_SETTINGS =
      "?journal_mode=WAL&synchronous=FULL&busy_timeout=60000&transaction_mode=IMMEDIATE";

  /** The last of the migrations; a test keeps it true. */
  static final String NEWEST_MIGRATION = "V003__backfill_index.sql";

  private final String url;
  private final Jdbi jdbi;

  /** Keeps SQLite's write-ahead log open: without it every statement would pay a checkpoint. */
  private final Handle keepOpen;

  private MetadataDatabase(String url) {
    this.url = url;
    this.jdbi = Jdbi.create(url);
    this.keepOpen = jdbi.open();
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @param url JDBC URL of SQLite or PostgreSQL
   */
  public static MetadataDatabase open(String url) {
    String complete = withSettings(url);
    MetadataDatabase database = new MetadataDatabase(complete);
    if (!database.isNewest()) {
      migrate(complete);
    }
    return database;
  }

  /** Asked first because Flyway takes half a second to find nothing to do. */
  private boolean isNewest() {
    try {
      return keepOpen
          .createQuery(
              "SELECT COUNT(*) FROM flyway_schema_history WHERE script = :newest AND success")
          .bind("newest", NEWEST_MIGRATION)
          .mapTo(Integer.class)
          .map(count -> count == 1)
          .one();
    } catch (UnableToCreateStatementException | UnableToExecuteStatementException e) {
      return false; // no table yet: an empty database
    }
  }

  /** URL of the default database inside a warehouse folder. */
  public static String defaultUrl(Path warehouse) {
    return SQLITE + warehouse.resolve("metadata.db").toAbsolutePath().normalize();
  }

  private static String withSettings(String url) {
    if (url.startsWith(SQLITE)) {
      return url.contains("?") ? url : url + SQLITE_SETTINGS;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return url;
    }
    throw new IllegalArgumentException(
        "Cannot open the metadata database: '"
            + url
            + "' is neither SQLite nor PostgreSQL; give a URL that begins with jdbc:sqlite: or"
            + " jdbc:postgresql:.");
  }

  private static void migrate(String url) {
    Flyway.configure(MetadataDatabase.class.getClassLoader())
        .dataSource(url, null, null)
        .locations("classpath:io/clientele/pipeline/metadata/migrations")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .loggers("slf4j")
        .load()
        .migrate();
  }

  /** The URL with all settings, for others that connect: the table catalog. */
  public String url() {
    return url;
  }

  public boolean isSqlite() {
    return url.startsWith(SQLITE);
  }

  /** Handles on the tables; each room reads and writes its own only. */
  public Jdbi jdbi() {
    return jdbi;
  }

  /** The lock of the warehouse. */
  public RunLock lock() {
    return new RunLock(this, Holder.current());
  }

  public RunLedger ledger() {
    return new RunLedger(this);
  }

  public Publications publications() {
    return new Publications(this);
  }

  public QualityMetrics quality() {
    return new QualityMetrics(this);
  }

  public ModelRegistry models() {
    return new ModelRegistry(this);
  }

  /**
   * Writes a consistent copy of a SQLite database while others may write to it.
   *
   * @param file that is not there yet
   */
  public void copyTo(Path file) {
    jdbi.useHandle(handle -> handle.execute("VACUUM INTO ?", file.toString()));
  }

  /** The warehouse stands elsewhere now: catalog and publications name its new place. */
  public void relocated(Path from, Path to) {
    jdbi.useTransaction(
        handle -> {
          for (String column : List.of("metadata_location", "previous_metadata_location")) {
            handle.execute(
                "UPDATE iceberg_tables SET %1$s = ? || substr(%1$s, ?) WHERE %1$s LIKE ?"
                    .formatted(column),
                to.toString(),
                from.toString().length() + 1,
                from + "/%");
          }
          Publications.relocated(handle, to);
        });
  }

  /** Looks whether it is sound, can be written, and has the time that we have. */
  public DatabaseHealth health() {
    return DatabaseHealth.of(this);
  }

  /** Properties of an Iceberg JDBC catalog that lives in this database. */
  public Map<String, String> catalogProperties() {
    return Map.of("uri", url, "jdbc.schema-version", "V1");
  }

  @Override
  public void close() {
    keepOpen.close();
  }
}
