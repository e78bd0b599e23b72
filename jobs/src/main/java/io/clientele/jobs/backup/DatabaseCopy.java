package io.clientele.jobs.backup;

import io.clientele.pipeline.metadata.MetadataDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A consistent copy of the metadata database, while others may write to it. */
final class DatabaseCopy {
  static final String SQLITE = "metadata.db";
  static final String POSTGRES = "metadata.dump";

  private DatabaseCopy() {}

  /**
   * Copies into the folder.
   *
   * @param lease run id under which the caller holds the warehouse; the copy is not held by it
   * @return name of the file
   */
  static String into(Path folder, MetadataDatabase database, String lease)
      throws IOException, InterruptedException {
    return database.isSqlite() ? sqlite(folder, database, lease) : postgres(folder, database);
  }

  private static String sqlite(Path folder, MetadataDatabase database, String lease)
      throws IOException {
    Path half = folder.resolve(SQLITE + ".part");
    Files.deleteIfExists(half);
    database.copyTo(half);
    try (MetadataDatabase copy = MetadataDatabase.open("jdbc:sqlite:" + half)) {
      copy.lock().release(lease);
    }
    move(half, folder.resolve(SQLITE));
    return SQLITE;
  }

  private static String postgres(Path folder, MetadataDatabase database)
      throws IOException, InterruptedException {
    Path half = folder.resolve(POSTGRES + ".part");
    new PostgresProgram("pg_dump", database.url()).run("--format=custom", "--file=" + half);
    move(half, folder.resolve(POSTGRES));
    return POSTGRES;
  }

  private static void move(Path half, Path whole) throws IOException {
    Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
