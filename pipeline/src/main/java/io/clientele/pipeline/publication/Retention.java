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
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Table;
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
    Map<String, Set<Long>> needed = snapshots(publications.retained());
    for (String name : catalog.names()) {
      catalog.find(name).ifPresent(table -> clean(table, needed.get(name), cutOff));
    }
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
    needed.computeIfAbsent(table, unused -> new HashSet<>()).add(snapshot);
  }

  private static void clean(Table table, Set<Long> needed, Instant cutOff) {
    Set<Long> keep = needed == null ? Set.of() : needed;
    List<String> tags =
        table.refs().entrySet().stream()
            .filter(ref -> Publisher.isTag(ref.getKey()))
            .filter(ref -> !keep.contains(ref.getValue().snapshotId()))
            .map(Map.Entry::getKey)
            .toList();
    if (tags.isEmpty()) {
      return;
    }
    ManageSnapshots changes = table.manageSnapshots();
    tags.forEach(changes::removeTag);
    changes.commit();
    table
        .expireSnapshots()
        .expireOlderThan(cutOff.toEpochMilli())
        .retainLast(1)
        .cleanExpiredFiles(true)
        .commit();
  }
}
