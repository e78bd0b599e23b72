package io.clientele.jobs.schedule.engine;

import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Quartz's own tables in PostgreSQL, made by its script when they are missing. */
final class QuartzTables {
  private static final String SCRIPT = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  /** Any number that nobody else locks: two schedulers may start at once. */
  private static final long LOCK = 7_190_426_311L;

  private QuartzTables() {}

  static void create(MetadataDatabase database) {
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("SELECT pg_advisory_xact_lock(?)", LOCK);
              if (!exist(handle)) {
                statements().forEach(handle::execute);
              }
            });
  }

  private static boolean exist(Handle handle) {
    return handle
        .createQuery("SELECT to_regclass('qrtz_triggers') IS NOT NULL")
        .mapTo(Boolean.class)
        .one();
  }

  private static List<String> statements() {
    try (InputStream script = QuartzTables.class.getResourceAsStream(SCRIPT)) {
      String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.replaceAll("(?m)^--.*$", "").split(";"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty() && !statement.equalsIgnoreCase("commit"))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + SCRIPT + ": " + e.getMessage(), e);
    }
  }
}
