package io.clientele.pipeline.store;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.pipeline.TableResult;
import io.clientele.pipeline.Writes.Mode;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.functions;

/** Tables in Iceberg, a branch per run, change sets of upserts in a companion table. */
public final class IcebergTableStore implements TableStore {
  private final SparkSession session;
  private final TableCatalog catalog;
  private final Warehouse warehouse;
  private final RunMark run;

  /**
   * What a run writes into its change sets.
   *
   * @param runId the run
   * @param sequence ascending with the publications
   */
  public record RunMark(String runId, long sequence) {}

  public IcebergTableStore(
      SparkSession session, TableCatalog catalog, Warehouse warehouse, RunMark run) {
    this.session = session;
    this.catalog = catalog;
    this.warehouse = warehouse;
    this.run = run;
  }

  private RunBranch branch() {
    return RunBranch.of(run.runId());
  }

  @Override
  public Dataset<Row> current(String table) {
    return rows(table, catalog.find(table).filter(found -> branch().head(found).isPresent()), true);
  }

  @Override
  public Dataset<Row> published(String table) {
    return rows(table, catalog.find(table).filter(found -> found.currentSnapshot() != null), false);
  }

  @Override
  public Optional<StoredRows> stored(String table) {
    TableSpec spec = warehouse.table(table);
    return catalog
        .find(table)
        .filter(found -> found.currentSnapshot() != null)
        .filter(found -> hasAllColumns(found, spec))
        .map(found -> StoredRows.kept(spec, session.table(TableCatalog.sqlName(table)), found));
  }

  private static boolean hasAllColumns(Table table, TableSpec spec) {
    return spec.columnNames().stream().allMatch(name -> table.schema().findField(name) != null);
  }

  private Dataset<Row> rows(String table, Optional<Table> found, boolean onBranch) {
    TableSpec spec = warehouse.table(table);
    if (found.isEmpty()) {
      return session.createDataFrame(List.of(), TableShape.schema(spec));
    }
    boolean branched = onBranch && branch().exists(found.get());
    return SnapshotRows.aligned(session.table(sqlName(table, branched)), spec);
  }

  private String sqlName(String table, boolean branched) {
    return branched ? TableCatalog.sqlName(table, branch().name()) : TableCatalog.sqlName(table);
  }

  @Override
  public Position position(String table) {
    long changes =
        catalog
            .find(TableCatalog.changesOf(table))
            .map(branch()::headId)
            .orElse(Position.NO_SNAPSHOT);
    return catalog
        .find(table)
        .map(found -> new Position(branch().headId(found), changes))
        .orElse(Position.START);
  }

  @Override
  public boolean isUnchanged(String table, Position since) {
    Position now = position(table);
    if (now.equals(since)) {
      return true;
    }
    return history(table).isUnchanged(since, now);
  }

  @Override
  public Dataset<Row> changes(String table, Position since) {
    Position now = position(table);
    TableSpec spec = warehouse.table(table);
    if (now.wasNeverWritten() || now.equals(since)) {
      return InMemoryInputs.asInserts(session.createDataFrame(List.of(), TableShape.schema(spec)));
    }
    if (since.wasNeverWritten()) {
      return InMemoryInputs.asInserts(current(table));
    }
    return history(table).between(since, now);
  }

  private ChangeHistory history(String table) {
    return new ChangeHistory(session, catalog, this, warehouse.table(table));
  }

  @Override
  public TableResult write(
      TableSpec spec,
      Mode mode,
      ChangeSet changes,
      ChangeInspector inspector,
      Optional<StoredRows> kept) {
    Table table = catalog.prepare(spec, ChangeKind.of(mode));
    branch().drop(table);
    boolean isFirst = table.currentSnapshot() == null;
    ChangeCounts counts =
        mode == Mode.UPSERT && !isFirst
            ? new Upsert(session, catalog, branch(), run)
                .write(spec, table, changes, inspector, kept)
            : writeRows(spec, table, mode, changes, inspector);
    table.refresh();
    return new TableResult(
        spec.name(),
        counts.inserted(),
        counts.updated(),
        counts.deleted(),
        counts.quarantined(),
        branch().head(table).map(Totals::rows).orElse(0L),
        position(spec.name()));
  }

  private ChangeCounts writeRows(
      TableSpec spec, Table table, Mode mode, ChangeSet changes, ChangeInspector inspector) {
    branch().restart(table);
    append(changes.rows(), TableCatalog.sqlName(spec.name(), branch().name()), mode);
    table.refresh();
    Snapshot head = branch().head(table).orElseThrow();
    if (Totals.added(head) == 0 && Totals.removed(head) == 0) {
      branch().drop(table);
      return ChangeCounts.NONE;
    }
    ChangeCounts counts =
        inspector.inspect(
            spec,
            SmallRows.together(written(spec, table, mode, head), Totals.added(head))
                .select(functions.lit("insert").as("change_type"), functions.col("*")));
    return new ChangeCounts(counts.inserted(), 0, Totals.removed(head), counts.quarantined());
  }

  private Dataset<Row> written(TableSpec spec, Table table, Mode mode, Snapshot head) {
    return switch (mode) {
      case APPEND, UPSERT -> history(spec.name()).appended(table, table.currentSnapshot(), head);
      case REPLACE_PARTITIONS -> WrittenPartitions.of(table, head).in(current(spec.name()));
      case REPLACE -> current(spec.name());
    };
  }

  static void append(Dataset<Row> rows, String sqlName, Mode mode) {
    try {
      switch (mode) {
        case APPEND, UPSERT -> rows.writeTo(sqlName).append();
        case REPLACE_PARTITIONS -> rows.writeTo(sqlName).overwritePartitions();
        case REPLACE -> rows.writeTo(sqlName).overwrite(functions.lit(true));
      }
    } catch (NoSuchTableException e) {
      throw new IllegalStateException(
          "Cannot write " + sqlName + ": the table vanished while it was written.", e);
    }
  }

  @Override
  public void discard(String table) {
    catalog.find(table).ifPresent(branch()::drop);
    catalog.find(TableCatalog.changesOf(table)).ifPresent(branch()::drop);
  }
}
