package io.clientele.pipeline.store;

import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What changed in a table between two positions. */
final class ChangeHistory {
  private static final Logger LOG = LoggerFactory.getLogger(ChangeHistory.class);

  private final SparkSession session;
  private final TableCatalog catalog;
  private final TableStore store;
  private final TableSpec spec;

  ChangeHistory(SparkSession session, TableCatalog catalog, TableStore store, TableSpec spec) {
    this.session = session;
    this.catalog = catalog;
    this.store = store;
    this.spec = spec;
  }

  boolean isUnchanged(Position since, Position now) {
    if (since.wasNeverWritten() || now.wasNeverWritten()) {
      return now.wasNeverWritten();
    }
    Table table = catalog.find(spec.name()).orElseThrow();
    return switch (ChangeKind.of(table)) {
      case RECORDED -> recordedRuns(since, now).map(List::isEmpty).orElse(false);
      case APPENDED, COMPARED ->
          snapshots(table, since.snapshot(), now.snapshot())
              .map(all -> all.stream().allMatch(ChangeHistory::changesNothing))
              .orElse(false);
    };
  }

  /** Compaction writes every row again as it was. */
  private static boolean changesNothing(Snapshot snapshot) {
    boolean isCompaction = DataOperations.REPLACE.equals(snapshot.operation());
    return isCompaction || (Totals.added(snapshot) == 0 && Totals.removed(snapshot) == 0);
  }

  Dataset<Row> between(Position since, Position now) {
    Table table = catalog.find(spec.name()).orElseThrow();
    return switch (ChangeKind.of(table)) {
      case APPENDED -> appendedSince(table, since, now);
      case RECORDED -> recordedSince(since, now);
      case COMPARED -> comparedSince(table, since);
    };
  }

  private Dataset<Row> appendedSince(Table table, Position since, Position now) {
    if (snapshots(table, since.snapshot(), now.snapshot()).isEmpty()) {
      return wholeAgain();
    }
    return InMemoryInputs.asInserts(
        appended(table, table.snapshot(since.snapshot()), table.snapshot(now.snapshot())));
  }

  /** The rows that snapshots after the first up to the last have added; no first = all rows. */
  Dataset<Row> appended(Table table, Snapshot after, Snapshot upTo) {
    var reader = session.read().option("end-snapshot-id", upTo.snapshotId());
    long start = after == null ? oldest(table, upTo) : after.snapshotId();
    return reader
        .option("start-snapshot-id", start)
        .table(TableCatalog.sqlName(spec.name()))
        .select(columns());
  }

  /** A branch of an empty table begins with an empty snapshot. */
  private static long oldest(Table table, Snapshot upTo) {
    return SnapshotUtil.oldestAncestorOf(table, upTo.snapshotId()).snapshotId();
  }

  private org.apache.spark.sql.Column[] columns() {
    return TableShape.quoted(spec.columnNames()).stream()
        .map(org.apache.spark.sql.functions::col)
        .toArray(org.apache.spark.sql.Column[]::new);
  }

  private Dataset<Row> recordedSince(Position since, Position now) {
    Optional<List<Snapshot>> runs = recordedRuns(since, now);
    if (runs.isEmpty()) {
      return wholeAgain();
    }
    if (runs.get().isEmpty()) {
      return store.changes(spec.name(), store.position(spec.name()));
    }
    Table companion = catalog.find(TableCatalog.changesOf(spec.name())).orElseThrow();
    long start =
        since.changes() == Position.NO_SNAPSHOT
            ? oldest(companion, companion.snapshot(now.changes()))
            : since.changes();
    Dataset<Row> recorded =
        session
            .read()
            .option("start-snapshot-id", start)
            .option("end-snapshot-id", now.changes())
            .table(TableCatalog.sqlName(TableCatalog.changesOf(spec.name())));
    return runs.get().size() == 1
        ? recorded.select("change_type", "before", "after")
        : ChangeFold.fold(recorded, spec);
  }

  /** Snapshots with change sets in between; empty when the history was cut off. */
  private Optional<List<Snapshot>> recordedRuns(Position since, Position now) {
    if (since.changes() == now.changes()) {
      return Optional.of(List.of());
    }
    Table companion = catalog.find(TableCatalog.changesOf(spec.name())).orElseThrow();
    return snapshots(companion, since.changes(), now.changes())
        .map(all -> all.stream().filter(snapshot -> Totals.added(snapshot) > 0).toList());
  }

  private Dataset<Row> comparedSince(Table table, Position since) {
    if (table.snapshot(since.snapshot()) == null) {
      return wholeAgain();
    }
    Dataset<Row> before =
        session
            .read()
            .option("versionAsOf", since.snapshot())
            .table(TableCatalog.sqlName(spec.name()));
    return ChangeFold.compare(before, store.current(spec.name()), spec);
  }

  /** The whole table as inserts: the place up to which it was read is no longer kept. */
  private Dataset<Row> wholeAgain() {
    LOG.warn("{}: the last position read is no longer kept; it is read whole", spec.name());
    return InMemoryInputs.asInserts(store.current(spec.name()));
  }

  /** Snapshots after the first up to the last; empty when they do not hang together. */
  private static Optional<List<Snapshot>> snapshots(Table table, long after, long upTo) {
    List<Snapshot> between = new ArrayList<>();
    for (Snapshot one : SnapshotUtil.ancestorsOf(upTo, table::snapshot)) {
      if (one.snapshotId() == after) {
        return Optional.of(between);
      }
      between.add(one);
    }
    boolean isFromTheStart =
        after == Position.NO_SNAPSHOT
            && !between.isEmpty()
            && between.get(between.size() - 1).parentId() == null;
    return isFromTheStart ? Optional.of(between) : Optional.empty();
  }
}
