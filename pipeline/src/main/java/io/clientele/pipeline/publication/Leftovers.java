package io.clientele.pipeline.publication;

import io.clientele.pipeline.store.RunBranch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.util.SnapshotUtil;

/** What runs that are no more have left in a table: branches, snapshots, files. */
final class Leftovers {
  private final Table table;

  Leftovers(Table table) {
    this.table = table;
  }

  /**
   * Drops the branches and everything that only they held; nothing happens when there are none.
   *
   * @param before files written later belong to somebody who works now
   */
  void drop(List<RunBranch> branches, Instant before) {
    List<RunBranch> present = branches.stream().filter(branch -> branch.exists(table)).toList();
    if (present.isEmpty()) {
      return;
    }
    present.forEach(branch -> branch.drop(table));
    expireUnreachable();
    deleteUnknownFiles(before);
  }

  private void expireUnreachable() {
    Set<Long> reachable = new HashSet<>();
    for (SnapshotRef ref : table.refs().values()) {
      for (Snapshot one : SnapshotUtil.ancestorsOf(ref.snapshotId(), table::snapshot)) {
        reachable.add(one.snapshotId());
      }
    }
    ExpireSnapshots expire = table.expireSnapshots().expireOlderThan(0).cleanExpiredFiles(true);
    for (Snapshot one : table.snapshots()) {
      if (!reachable.contains(one.snapshotId())) {
        expire.expireSnapshotId(one.snapshotId());
      }
    }
    expire.commit();
    table.refresh();
  }

  /** A killed task leaves files that no snapshot has ever named. */
  private void deleteUnknownFiles(Instant before) {
    Path data = Path.of(table.location(), "data");
    if (!Files.isDirectory(data)) {
      return;
    }
    Set<String> known = knownFiles();
    try (Stream<Path> files = Files.walk(data)) {
      List<Path> unknown =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !known.contains(file.toString()) && isOlder(file, before))
              .toList();
      for (Path file : unknown) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot clean " + data + ": " + e.getMessage() + "; see to the folder.", e);
    }
  }

  private static boolean isOlder(Path file, Instant before) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(before);
    } catch (IOException e) {
      return false;
    }
  }

  private Set<String> knownFiles() {
    Set<String> manifests = new HashSet<>();
    Set<String> files = new HashSet<>();
    for (Snapshot snapshot : table.snapshots()) {
      for (ManifestFile manifest : snapshot.allManifests(table.io())) {
        if (manifests.add(manifest.path())) {
          addFiles(manifest, files);
        }
      }
    }
    return files;
  }

  private void addFiles(ManifestFile manifest, Set<String> files) {
    try (CloseableIterable<? extends ContentFile<?>> entries = open(manifest)) {
      entries.forEach(file -> files.add(file.location()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + manifest.path() + ": " + e.getMessage(), e);
    }
  }

  private CloseableIterable<? extends ContentFile<?>> open(ManifestFile manifest) {
    return switch (manifest.content()) {
      case DATA -> ManifestFiles.read(manifest, table.io(), table.specs());
      case DELETES -> ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs());
    };
  }
}
