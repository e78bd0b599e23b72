package io.clientele.pipeline.store;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.pipeline.Writes.Mode;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Rows by key into a table that already has some. What really changes is worked out against the
 * stored rows and kept in the companion table; from there it enters the table as new rows and
 * position deletes, so the table is read once and only where the rows can be.
 */
final class Upsert {
  private final SparkSession session;
  private final TableCatalog catalog;
  private final RunBranch branch;
  private final IcebergTableStore.RunMark run;

  Upsert(
      SparkSession session, TableCatalog catalog, RunBranch branch, IcebergTableStore.RunMark run) {
    this.session = session;
    this.catalog = catalog;
    this.branch = branch;
    this.run = run;
  }

  /**
   * Works out what changes, keeps it, and brings it into the table.
   *
   * @param kept the stored rows where the step has read them already
   */
  ChangeCounts write(
      TableSpec spec,
      Table table,
      ChangeSet changes,
      ChangeInspector inspector,
      Optional<StoredRows> kept) {
    catalog.find(TableCatalog.changesOf(spec.name())).ifPresent(branch::drop);
    try (TouchedRows touched = new TouchedRows(spec, changes)) {
      return touched.isKnownEmpty()
          ? ChangeCounts.NONE
          : write(
              spec,
              table,
              netChanges(
                  spec,
                  touched,
                  kept.map(StoredRows::addressed).orElseGet(() -> fresh(spec, table, touched))),
              inspector);
    }
  }

  private ChangeCounts write(
      TableSpec spec, Table table, Dataset<Row> netChanges, ChangeInspector inspector) {
    Table companion = catalog.prepareChanges(spec);
    branch.restart(companion);
    String name = TableCatalog.sqlName(TableCatalog.changesOf(spec.name()), branch.name());
    IcebergTableStore.append(netChanges, name, Mode.APPEND);
    companion.refresh();
    long changed = Totals.added(branch.head(companion).orElseThrow());
    if (changed == 0) {
      branch.drop(companion);
      return ChangeCounts.NONE;
    }
    Dataset<Row> recorded =
        SmallRows.together(
            session.table(name).where(col("change_sequence").equalTo(run.sequence())), changed);
    ChangeCounts counts = inspector.inspect(spec, recorded.select("change_type", "after.*"));
    apply(spec, table, recorded, counts);
    return counts;
  }

  private void apply(TableSpec spec, Table table, Dataset<Row> recorded, ChangeCounts counts) {
    branch.restart(table);
    if (counts.inserted() + counts.updated() > 0) {
      IcebergTableStore.append(
          recorded.where("change_type <> 'delete'").select("after.*"),
          TableCatalog.sqlName(spec.name(), branch.name()),
          Mode.APPEND);
      table.refresh();
    }
    if (counts.updated() + counts.deleted() > 0) {
      PositionDeletes.write(
          table,
          branch,
          recorded.where("change_type <> 'insert'"),
          counts.updated() + counts.deleted());
    }
  }

  private Dataset<Row> netChanges(TableSpec spec, TouchedRows touched, Dataset<Row> addressed) {
    Column existed = col("before").isNotNull();
    Column exists = col("after").isNotNull();
    Column isChange =
        when(exists.and(existed), ChangeFold.differs(spec)).otherwise(exists.or(existed));
    return touched
        .rows()
        .join(keyed(spec, addressed), touched.sameKey(), "left")
        .where(isChange)
        .select(
            lit(run.runId()).as("run_id"),
            lit(run.sequence()).as("change_sequence"),
            when(not(exists), "delete")
                .when(existed, "update")
                .otherwise("insert")
                .as("change_type"),
            col("before"),
            col("after"),
            col(StoredRows.FILE),
            col(StoredRows.POSITION),
            col(StoredRows.PARTITION));
  }

  /** Stored rows where the touched keys can be, with their address. */
  private Dataset<Row> fresh(TableSpec spec, Table table, TouchedRows touched) {
    Dataset<Row> stored = touched.prune(session.table(TableCatalog.sqlName(spec.name())));
    return StoredRows.addressed(spec, stored, table);
  }

  private static Dataset<Row> keyed(TableSpec spec, Dataset<Row> addressed) {
    List<Column> columns = new ArrayList<>();
    spec.key().forEach(name -> columns.add(col(name).as("s_" + name)));
    columns.add(
        struct(spec.columnNames().stream().map(name -> col(name)).toArray(Column[]::new))
            .as("before"));
    columns.add(col(StoredRows.FILE));
    columns.add(col(StoredRows.POSITION));
    columns.add(col(StoredRows.PARTITION));
    return addressed.select(columns.toArray(Column[]::new));
  }
}
