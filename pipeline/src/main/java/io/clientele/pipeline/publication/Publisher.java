package io.clientele.pipeline.publication;

import io.clientele.pipeline.HaltPoint;
import io.clientele.pipeline.metadata.Publications;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.store.Position;
import io.clientele.pipeline.store.RunBranch;
import io.clientele.pipeline.store.TableCatalog;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.publication.PublishedTable;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;

/**
 * Publishes a run: one row in the metadata database is the commit; main branches, tags and manifest
 * files follow from it and may be made again at any time.
 */
public final class Publisher {
  private static final String TAG = "pub_";

  private final TableCatalog catalog;
  private final Warehouse warehouse;
  private final Publications publications;
  private final ManifestFiles files;
  private final TableManifests manifests;
  private final Path path;

  public Publisher(
      TableCatalog catalog, Warehouse warehouse, Publications publications, Path path) {
    this.catalog = catalog;
    this.warehouse = warehouse;
    this.publications = publications;
    this.path = path;
    this.files = new ManifestFiles(path);
    this.manifests = new TableManifests(catalog, path);
  }

  /**
   * What a run wants to publish.
   *
   * @param runId the run
   * @param base the publication that it started from
   * @param asOf its as-of date
   * @param written where the tables stand that it wrote
   * @param consumed step to table to position, for the steps that ran
   * @param models champions by family
   */
  public record Candidate(
      String runId,
      Optional<Published> base,
      LocalDate asOf,
      Map<String, Position> written,
      Map<String, Map<String, Position>> consumed,
      Map<String, String> models) {}

  /** Commits the candidate and makes it visible. */
  public Published publish(Candidate candidate, Instant now) {
    HaltPoint.BEFORE_PUBLICATION.reached();
    Published published = commit(candidate, now);
    HaltPoint.AFTER_PUBLICATION_ROW.reached();
    settle(published);
    return published;
  }

  /** The commit alone; {@link #settle} must follow, at the latest before the next run. */
  Published commit(Candidate candidate, Instant now) {
    Published published = published(candidate, now);
    publications.commit(published, baseId(candidate));
    return published;
  }

  /** Lets people look at what an open run would publish by now; nobody else is shown it. */
  public void offer(Candidate candidate, Instant now) {
    files.writeCandidate(published(candidate, now).publication());
  }

  /** Takes back what a run offered; nothing happens when it offered nothing. */
  void withdraw(String runId) {
    files.deleteCandidate(runId);
  }

  static boolean isTag(String reference) {
    return reference.startsWith(TAG);
  }

  private static long baseId(Candidate candidate) {
    return candidate.base().map(Published::id).orElse(0L);
  }

  private Published published(Candidate candidate, Instant now) {
    Map<String, Position> positions =
        new HashMap<>(candidate.base().map(Published::positions).orElse(Map.of()));
    positions.putAll(candidate.written());
    Map<String, Map<String, Position>> consumed =
        new HashMap<>(candidate.base().map(Published::consumed).orElse(Map.of()));
    consumed.putAll(candidate.consumed());
    Publication publication =
        new Publication(
            baseId(candidate) + 1,
            candidate.runId(),
            candidate.asOf(),
            now,
            path.toString(),
            tables(candidate, positions));
    return new Published(publication, positions, consumed, candidate.models());
  }

  /** Unwritten tables keep their entry: their files have not changed. */
  private List<PublishedTable> tables(Candidate candidate, Map<String, Position> positions) {
    Map<String, PublishedTable> before = new HashMap<>();
    candidate
        .base()
        .ifPresent(
            base -> base.publication().tables().forEach(table -> before.put(table.name(), table)));
    List<PublishedTable> tables = new ArrayList<>();
    for (TableSpec spec : warehouse.tables()) {
      PublishedTable old = before.get(spec.name());
      boolean isUntouched = old != null && !candidate.written().containsKey(spec.name());
      tables.add(
          isUntouched
              ? old
              : manifests.of(spec, positions.getOrDefault(spec.name(), Position.START)));
    }
    return tables;
  }

  /** Everything that follows from the commit; the same again changes nothing. */
  public void settle(Published published) {
    published.positions().entrySet().parallelStream()
        .forEach(
            entry -> {
              settle(entry.getKey(), entry.getValue().snapshot(), published);
              settle(TableCatalog.changesOf(entry.getKey()), entry.getValue().changes(), published);
            });
    files.write(published.publication());
    HaltPoint.BEFORE_MANIFEST.reached();
    files.makeCurrent(published.publication());
    withdraw(published.publication().runId());
    publications.settled(published.id());
  }

  private void settle(String name, long snapshot, Published published) {
    if (snapshot == Position.NO_SNAPSHOT) {
      return;
    }
    Table table = catalog.find(name).orElseThrow();
    Snapshot main = table.currentSnapshot();
    boolean isOnMain = main != null && main.snapshotId() == snapshot;
    RunBranch branch = RunBranch.of(published.publication().runId());
    if (isOnMain && !branch.exists(table)) {
      return;
    }
    ManageSnapshots changes = table.manageSnapshots();
    if (main == null) {
      changes.createBranch("main", snapshot);
    } else if (!isOnMain) {
      changes.replaceBranch("main", snapshot);
    }
    String tag = TAG + published.id();
    if (!table.refs().containsKey(tag)) {
      changes.createTag(tag, snapshot);
    }
    if (branch.exists(table)) {
      changes.removeBranch(branch.name());
    }
    changes.commit();
  }
}
