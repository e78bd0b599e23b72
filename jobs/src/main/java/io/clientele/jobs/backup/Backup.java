package io.clientele.jobs.backup;

import io.clientele.jobs.nightly.OpenProject;
import io.clientele.pipeline.metadata.Heartbeat;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.metadata.RunLock;
import io.clientele.warehouse.publication.PublishedTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Copies a project's files, warehouse and database so that they fit together: it holds the
 * warehouse meanwhile, so no night writes, publishes or lets files go.
 */
public final class Backup {
  static final String PROJECT = "project";
  static final String WAREHOUSE = "warehouse";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

  private final OpenProject project;
  private final Clock clock;

  public Backup(OpenProject project, Clock clock) {
    this.project = project;
    this.clock = clock;
  }

  /**
   * What was done.
   *
   * @param files in the copy
   * @param copied of them new or changed since the last backup in that folder
   * @param bytes that were copied
   * @param publications that can be read from the copy
   */
  public record Outcome(long files, long copied, long bytes, int publications) {}

  /**
   * Makes the folder a backup, or brings the one in it up to date.
   *
   * @throws io.clientele.pipeline.metadata.WarehouseBusyException when a night is at work
   */
  public Outcome into(Path folder) {
    Path target = folder.toAbsolutePath().normalize();
    refuseInside(target);
    Instant now = clock.instant();
    String lease = "backup_" + STAMP.format(now);
    try (MetadataDatabase database = project.metadata()) {
      RunLock lock = database.lock();
      lock.acquire(lease, now);
      try (Heartbeat unused = Heartbeat.start(lock, lease, clock)) {
        return copy(database, lease, target, now);
      } finally {
        lock.release(lease);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot back up to %s: %s; see to the folder and try again."
              .formatted(target, e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Cannot back up: it was interrupted; try again.", e);
    }
  }

  private Outcome copy(MetadataDatabase database, String lease, Path target, Instant now)
      throws IOException, InterruptedException {
    Files.createDirectories(target);
    BackupNote.remove(target);
    List<Published> publications = database.publications().retained();
    String file = DatabaseCopy.into(target, database, lease);
    FolderMirror.Outcome files =
        new FolderMirror(project.folder(), target.resolve(PROJECT), this::isNoPart).run();
    FolderMirror.Outcome tables =
        new FolderMirror(project.warehouse(), target.resolve(WAREHOUSE), Backup::isDatabase).run();
    for (Published published : publications) {
      requireFiles(published, target.resolve(WAREHOUSE));
    }
    long newest = publications.stream().mapToLong(Published::id).max().orElse(0);
    new BackupNote(now, project.warehouse().toString(), newest, file).write(target);
    return new Outcome(
        files.files() + tables.files(),
        files.copied() + tables.copied(),
        files.bytes() + tables.bytes(),
        publications.size());
  }

  /** The warehouse is copied by itself; logs tell of runs that the copy does not go on with. */
  private boolean isNoPart(Path path) {
    return path.equals(project.warehouse()) || path.equals(project.folder().resolve("logs"));
  }

  private static boolean isDatabase(Path path) {
    return path.getFileName().toString().startsWith(DatabaseCopy.SQLITE);
  }

  private static void requireFiles(Published published, Path warehouse) throws IOException {
    for (PublishedTable table : published.publication().tables()) {
      for (String file :
          Stream.concat(table.dataFiles().stream(), table.deleteFiles().stream()).toList()) {
        if (!Files.isRegularFile(warehouse.resolve(file))) {
          throw new IOException(
              "publication %d names %s, which is not there".formatted(published.id(), file));
        }
      }
    }
  }

  private void refuseInside(Path target) {
    if (target.startsWith(project.folder()) || target.startsWith(project.warehouse())) {
      throw new IllegalArgumentException(
          "Cannot back up to %s: it lies inside the project, whose disk may be lost; name a folder elsewhere."
              .formatted(target));
    }
  }
}
