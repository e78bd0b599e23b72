package io.clientele.pipeline.publication;

import io.clientele.pipeline.metadata.Publications;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.store.Position;
import io.clientele.pipeline.store.TableCatalog;
import io.clientele.warehouse.publication.Publication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.ExpireSnapshots;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets old publications go: every night is kept for some days, the last of each month for ever. A
 * file that a kept publication names is never removed, because its snapshots stay tagged.
 */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final TableCatalog catalog;
  private final Publications publications;
  private final ManifestFiles files;
  private final Duration nights;

  public Retention(TableCatalog catalog, Publications publications, Path warehouse, int nights) {
    this.catalog = catalog;
    this.publications = publications;
    this.files = new ManifestFiles(warehouse);
    this.nights = Duration.ofDays(nights);
  }

  /** Call only while holding the lock; does nothing when no publication is past its time. */
  public void apply(Instant now) {
    Instant cutOff = now.minus(nights);
    List<Published> kept = publications.retained();
    List<Published> past = past(kept, cutOff);
    if (past.isEmpty()) {
      return;
    }
    LOG.info("letting {} old publications go", past.size());
    for (Published published : past) {
      files.delete(published.id());
      publications.retired(published.id());
    }
    List<Published> left = publications.retained();
    Map<String, Set<Long>> needed = snapshots(left);
    Map<String, Set<Long>> oldestNight = snapshots(List.of(oldestNight(left, cutOff)));
    for (String name : catalog.names()) {
      catalog
          .find(name)
          .ifPresent(
              table ->
                  clean(
                      table,
                      needed.getOrDefault(name, Set.of()),
                      oldestNight.getOrDefault(name, Set.of())));
    }
  }

  private static Published oldestNight(List<Published> left, Instant cutOff) {
    return left.stream()
        .filter(published -> !published.publication().publishedAt().isBefore(cutOff))
        .findFirst()
        .orElseGet(() -> left.get(left.size() - 1));
  }

  private static List<Published> past(List<Published> all, Instant cutOff) {
    Map<YearMonth, Long> lastOfMonth =
        all.stream()
            .map(Published::publication)
            .collect(
                Collectors.toMap(
                    publication -> YearMonth.from(publication.asOf()), Publication::id, Math::max));
    long newest = all.stream().mapToLong(Published::id).max().orElse(0);
    return all.stream()
        .filter(published -> published.publication().publishedAt().isBefore(cutOff))
        .filter(published -> published.id() != newest)
        .filter(published -> !lastOfMonth.containsValue(published.id()))
        .toList();
  }

  /** Table to the snapshots that publications need. */
  private static Map<String, Set<Long>> snapshots(List<Published> publications) {
    Map<String, Set<Long>> needed = new HashMap<>();
    for (Published published : publications) {
      for (Map.Entry<String, Position> entry : published.positions().entrySet()) {
        add(needed, entry.getKey(), entry.getValue().snapshot());
        add(needed, TableCatalog.changesOf(entry.getKey()), entry.getValue().changes());
      }
    }
    return needed;
  }

  private static void add(Map<String, Set<Long>> needed, String table, long snapshot) {
    if (snapshot != Position.NO_SNAPSHOT) {
      needed.computeIfAbsent(table, unused -> new HashSet<>()).add(snapshot);
    }
  }

  private static void clean(Table table, Set<Long> needed, Set<Long> oldestNight) {
    List<String> tags =
        table.refs().entrySet().stream()
            .filter(ref -> Publisher.isTag(ref.getKey()))
            .filter(ref -> !needed.contains(ref.getValue().snapshotId()))
            .map(Map.Entry::getKey)
            .toList();
    if (tags.isEmpty()) {
      return;
    }
    ManageSnapshots changes = table.manageSnapshots();
    tags.forEach(changes::removeTag);
    changes.commit();
    table.refresh();
    expire(table, oldestNight);
  }

  /** Snapshots before the oldest night kept that no branch or tag names. */
  private static void expire(Table table, Set<Long> oldestNight) {
    Set<Long> named =
        table.refs().values().stream().map(SnapshotRef::snapshotId).collect(Collectors.toSet());
    ExpireSnapshots expire = table.expireSnapshots().expireOlderThan(0).cleanExpiredFiles(true);
    for (long night : oldestNight) {
      for (Snapshot one : SnapshotUtil.ancestorsOf(night, table::snapshot)) {
        if (one.snapshotId() != night && !named.contains(one.snapshotId())) {
          expire.expireSnapshotId(one.snapshotId());
        }
      }
    }
    expire.commit();
  }
}
