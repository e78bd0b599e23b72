package io.clientele.pipeline.store;

import static org.apache.spark.sql.functions.array;
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
import org.apache.iceberg.PartitionField;
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

  ChangeCounts write(TableSpec spec, Table table, ChangeSet changes, ChangeInspector inspector) {
    catalog.find(TableCatalog.changesOf(spec.name())).ifPresent(branch::drop);
    try (TouchedRows touched = new TouchedRows(spec, changes)) {
      return touched.isKnownEmpty()
          ? ChangeCounts.NONE
          : write(spec, table, netChanges(spec, table, touched), inspector);
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

  private Dataset<Row> netChanges(TableSpec spec, Table table, TouchedRows touched) {
    Dataset<Row> stored = stored(spec, table, touched);
    Column existed = col("before").isNotNull();
    Column exists = col("after").isNotNull();
    Column isChange =
        when(exists.and(existed), ChangeFold.differs(spec)).otherwise(exists.or(existed));
    return touched
        .rows()
        .join(stored, touched.sameKey(), "left")
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
            col("file_path"),
            col("row_position"),
            col("partition_values"));
  }

  /** Stored rows where the touched keys can be, with their address. */
  private Dataset<Row> stored(TableSpec spec, Table table, TouchedRows touched) {
    Column[] partition =
        table.spec().fields().stream()
            .map(PartitionField::name)
            .map(name -> col("_partition." + name).cast("string"))
            .toArray(Column[]::new);
    Column row = struct(spec.columnNames().stream().map(name -> col(name)).toArray(Column[]::new));
    List<Column> columns = new ArrayList<>();
    spec.key().forEach(name -> columns.add(col(name).as("s_" + name)));
    columns.add(row.as("before"));
    columns.add(col("_file").as("file_path"));
    columns.add(col("_pos").as("row_position"));
    columns.add(array(partition).cast("array<string>").as("partition_values"));
    return touched
        .prune(session.table(TableCatalog.sqlName(spec.name())))
        .select(columns.toArray(Column[]::new));
  }
}
