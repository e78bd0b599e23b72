package io.clientele.pipeline.store;

import io.clientele.pipeline.StepResult;
import io.clientele.pipeline.TableResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.ManifestFile;
import org.apache.iceberg.ManifestFiles;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotSummary;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.actions.SizeBasedFileRewritePlanner;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.spark.actions.RewriteDataFilesSparkAction;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.spark.sql.SparkSession;

/**
 * Puts the many small files of a table together, and takes the rows out of them that later nights
 * have deleted. It does so on the branch of a run: readers keep the files that they are told of.
 */
public final class Compaction {
  /** A partition with fewer files than this, and few deleted rows, is left as it is. */
  private static final int SMALL_FILES = 5;

  /** A file from which so many nights have deleted rows is written anew, however few rows. */
  private static final int DELETE_FILES = 5;

  private static final String DELETE_THRESHOLD = "delete-file-threshold";

  private final SparkSession session;
  private final TableCatalog catalog;
  private final RunBranch branch;

  public Compaction(SparkSession session, TableCatalog catalog, String runId) {
    this.session = session;
    this.catalog = catalog;
    this.branch = RunBranch.of(runId);
  }

  /**
   * What became of a table.
   *
   * @param filesBefore data and delete files
   * @param filesAfter the same, now
   * @param table rows and position, for the ledger
   */
  public record Compacted(TableResult table, long filesBefore, long filesAfter) {}

  /** What is written into the ledger. */
  public static StepResult step(List<Compacted> tables, Instant startedAt, Instant endedAt) {
    String message =
        tables.isEmpty()
            ? "nothing to put together"
            : tables.stream()
                .map(
                    one ->
                        "%s: %d files are %d"
                            .formatted(one.table().table(), one.filesBefore(), one.filesAfter()))
                .collect(Collectors.joining("; "));
    return new StepResult(
        "compact",
        StepResult.State.DONE,
        startedAt,
        Duration.between(startedAt, endedAt).toMillis() / 1000.0,
        Map.of(),
        tables.stream().map(Compacted::table).toList(),
        Map.of(),
        message);
  }

  /** Empty when there was nothing to gain. */
  public Optional<Compacted> compact(String name) {
    Optional<Table> found = catalog.find(name).filter(table -> table.currentSnapshot() != null);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Table table = found.get();
    Snapshot before = table.currentSnapshot();
    branch.restart(table);
    RewriteDataFiles.Result result = rewrite(table);
    table.refresh();
    if (result.rewrittenDataFilesCount() == 0) {
      branch.drop(table);
      return Optional.empty();
    }
    dropDeletesWithoutData(table);
    Snapshot head = branch.head(table).orElseThrow();
    requireSameRows(name, before, head);
    return Optional.of(
        new Compacted(
            new TableResult(name, 0, 0, 0, 0, Totals.rows(head), position(name, head)),
            files(before),
            files(head)));
  }

  /** New files get a later place in time than every deletion, so that none applies to them. */
  private RewriteDataFiles.Result rewrite(Table table) {
    RewriteDataFilesSparkAction action =
        SparkActions.get(session)
            .rewriteDataFiles(table)
            .option(RewriteDataFiles.USE_STARTING_SEQUENCE_NUMBER, "false")
            .option(SizeBasedFileRewritePlanner.MIN_INPUT_FILES, String.valueOf(SMALL_FILES))
            .option(DELETE_THRESHOLD, String.valueOf(DELETE_FILES))
            .toBranch(branch.name());
    return (table.sortOrder().isSorted() ? action.sort() : action.binPack()).execute();
  }

  private void dropDeletesWithoutData(Table table) {
    Snapshot head = branch.head(table).orElseThrow();
    Set<String> needed = neededDeletes(table, head);
    RewriteFiles rewrite = table.newRewrite().toBranch(branch.name());
    boolean any = false;
    for (ManifestFile manifest : head.deleteManifests(table.io())) {
      for (DeleteFile file : deletes(table, manifest)) {
        if (!needed.contains(file.location())) {
          rewrite.deleteFile(file);
          any = true;
        }
      }
    }
    if (any) {
      rewrite.commit();
      table.refresh();
    }
  }

  private static Set<String> neededDeletes(Table table, Snapshot head) {
    Set<String> needed = new HashSet<>();
    try (CloseableIterable<FileScanTask> tasks =
        table.newScan().useSnapshot(head.snapshotId()).planFiles()) {
      tasks.forEach(task -> task.deletes().forEach(delete -> needed.add(delete.location())));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the files of " + table.name(), e);
    }
    return needed;
  }

  private static List<DeleteFile> deletes(Table table, ManifestFile manifest) {
    List<DeleteFile> files = new ArrayList<>();
    try (CloseableIterable<DeleteFile> entries =
        ManifestFiles.readDeleteManifest(manifest, table.io(), table.specs())) {
      entries.forEach(file -> files.add(file.copy()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + manifest.path(), e);
    }
    return files;
  }

  private static void requireSameRows(String name, Snapshot before, Snapshot after) {
    if (Totals.rows(before) != Totals.rows(after)) {
      throw new IllegalStateException(
          "Cannot compact %s: it would have %d rows instead of %d; nothing is published, please report it."
              .formatted(name, Totals.rows(after), Totals.rows(before)));
    }
  }

  private Position position(String name, Snapshot head) {
    long changes =
        catalog.find(TableCatalog.changesOf(name)).map(branch::headId).orElse(Position.NO_SNAPSHOT);
    return new Position(head.snapshotId(), changes);
  }

  private static long files(Snapshot snapshot) {
    return count(snapshot, SnapshotSummary.TOTAL_DATA_FILES_PROP)
        + count(snapshot, SnapshotSummary.TOTAL_DELETE_FILES_PROP);
  }

  private static long count(Snapshot snapshot, String property) {
    return Long.parseLong(snapshot.summary().getOrDefault(property, "0"));
  }
}
