package io.clientele.jobs.backup;

import io.clientele.pipeline.metadata.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What a backup says of itself; it is written last, so that only a whole backup has one.
 *
 * @param takenAt when, UTC
 * @param warehouse where the warehouse stood, absolute
 * @param publication number of its newest publication; 0 = none
 * @param database {@code metadata.db} (SQLite) or {@code metadata.dump} (PostgreSQL)
 */
record BackupNote(Instant takenAt, String warehouse, long publication, String database) {
  private static final String NAME = "backup.json";

  void write(Path backup) throws IOException {
    Files.writeString(backup.resolve(NAME), Json.write(this));
  }

  static void remove(Path backup) throws IOException {
    Files.deleteIfExists(backup.resolve(NAME));
  }

  static BackupNote read(Path backup) throws IOException {
    Path file = backup.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "Cannot restore from %s: it holds no %s, so it is no backup, or one that was broken off; name another folder."
              .formatted(backup, NAME));
    }
    return Json.read(Files.readString(file), BackupNote.class);
  }
}
