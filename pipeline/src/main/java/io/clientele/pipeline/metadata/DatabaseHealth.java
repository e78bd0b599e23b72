package io.clientele.pipeline.metadata;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What the metadata database says about itself.
 *
 * @param product its name and version
 * @param problem what is wrong with its file; empty = nothing
 * @param now its own clock; empty for SQLite, which has none
 * @param newest the newest instant that anything in it was written at; empty when nothing was
 */
public record DatabaseHealth(
    String product, Optional<String> problem, Optional<Instant> now, Optional<Instant> newest) {

  /**
   * Looks, and proves that rows can be written by writing one and taking it back.
   *
   * @throws org.jdbi.v3.core.JdbiException when it cannot be written
   */
  static DatabaseHealth of(MetadataDatabase database) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              proveWritable(handle);
              return database.isSqlite() ? sqlite(handle) : postgres(handle);
            });
  }

  private static void proveWritable(Handle handle) {
    handle.useTransaction(
        transaction -> {
          transaction.execute("UPDATE scheduler_turn SET taken_at = taken_at WHERE name = 'turn'");
          transaction.rollback();
        });
  }

  private static DatabaseHealth sqlite(Handle handle) {
    String check = text(handle, "PRAGMA quick_check(1)");
    return new DatabaseHealth(
        "SQLite " + text(handle, "SELECT sqlite_version()"),
        check.equals("ok") ? Optional.empty() : Optional.of(check),
        Optional.empty(),
        newest(handle));
  }

  private static DatabaseHealth postgres(Handle handle) {
    return new DatabaseHealth(
        "PostgreSQL " + text(handle, "SHOW server_version"),
        Optional.empty(),
        millis(handle, "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"),
        newest(handle));
  }

  private static Optional<Instant> newest(Handle handle) {
    return millis(handle, "SELECT max(started_at) FROM run");
  }

  private static String text(Handle handle, String question) {
    return handle.createQuery(question).mapTo(String.class).one();
  }

  private static Optional<Instant> millis(Handle handle, String question) {
    return handle
        .createQuery(question)
        .map((rows, context) -> Optional.ofNullable((Number) rows.getObject(1)))
        .one()
        .map(number -> Instant.ofEpochMilli(number.longValue()));
  }
}
