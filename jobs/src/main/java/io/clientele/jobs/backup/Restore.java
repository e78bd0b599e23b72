package io.clientele.jobs.backup;

import io.clientele.jobs.nightly.OpenProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts a backup into a folder, which may be another one than the project's was. */
public final class Restore {
  private Restore() {}

  /**
   * What was done.
   *
   * @param project the restored project
   * @param stoodAt where its warehouse stood when the backup was taken
   * @param publication number of the newest publication in it; 0 = none
   * @param dump PostgreSQL's dump that the database has to be made from; empty for SQLite
   */
  public record Outcome(OpenProject project, Path stoodAt, long publication, Optional<Path> dump) {
    /** Whether tables name files where the warehouse is not. */
    public boolean needsRelocation() {
      return publication > 0 && !project.warehouse().equals(stoodAt);
    }
  }

  /** Refuses a folder that holds something, and a warehouse folder that does. */
  public static Outcome restore(Path backup, Path folder) {
    try {
      BackupNote note = BackupNote.read(backup);
      refuseUsed(folder);
      Path target = folder.toAbsolutePath().normalize();
      new FolderMirror(backup.resolve(Backup.PROJECT), target, path -> false).run();
      OpenProject project = OpenProject.locate(Optional.of(target));
      refuseUsed(project.warehouse());
      new FolderMirror(backup.resolve(Backup.WAREHOUSE), project.warehouse(), path -> false).run();
      boolean isSqlite = note.database().equals(DatabaseCopy.SQLITE);
      if (isSqlite) {
        Files.copy(
            backup.resolve(DatabaseCopy.SQLITE),
            project.warehouse().resolve(DatabaseCopy.SQLITE),
            StandardCopyOption.REPLACE_EXISTING);
      }
      return new Outcome(
          project,
          Path.of(note.warehouse()),
          note.publication(),
          isSqlite ? Optional.empty() : Optional.of(backup.resolve(DatabaseCopy.POSTGRES)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot restore %s to %s: %s; see to the folders and try again."
              .formatted(backup, folder, e.getMessage()),
          e);
    }
  }

  private static void refuseUsed(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new IllegalArgumentException(
              "Cannot restore to %s: it is not empty; move it away or name another folder."
                  .formatted(folder));
        }
      }
    }
  }
}
