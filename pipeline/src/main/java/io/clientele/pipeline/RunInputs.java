package io.clientele.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.pipeline.store.Position;
import io.clientele.pipeline.store.StoredRows;
import io.clientele.pipeline.store.TableStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.storage.StorageLevel;

/** The inputs of one step: only what its {@link Reads} name. Closing frees what was kept for it. */
final class RunInputs implements Inputs, AutoCloseable {
  private final Step step;
  private final SparkSession session;
  private final RunContext run;
  private final TableStore store;
  private final Map<String, Position> since;
  private final Champions champions;
  private final List<Dataset<Row>> kept = new ArrayList<>();
  private final List<Dataset<Row>> settled = new ArrayList<>();
  private final Map<String, Optional<StoredRows>> stored = new HashMap<>();
  private final Map<Touched, Optional<Row>> bounds = new HashMap<>();

  /** A column of changed tables; several tables may be read within the same span. */
  private record Touched(List<String> tables, String column, boolean onlyMoved) {}

  RunInputs(
      Step step,
      SparkSession session,
      RunContext run,
      TableStore store,
      Map<String, Position> since,
      Champions champions) {
    this.step = step;
    this.session = session;
    this.run = run;
    this.store = store;
    this.since = since;
    this.champions = champions;
  }

  @Override
  public SparkSession session() {
    return session;
  }

  @Override
  public RunContext run() {
    return run;
  }

  @Override
  public Dataset<Row> current(String table) {
    declared(table, Reads.How.CURRENT);
    return store.current(table);
  }

  @Override
  public Dataset<Row> published(String table) {
    declared(table, Reads.How.PUBLISHED);
    return stored(table).map(StoredRows::rows).orElseGet(() -> store.published(table));
  }

  /** The published rows of a table that the step reads and then changes by key: read once. */
  Optional<StoredRows> stored(String table) {
    Reads.How published = Reads.How.PUBLISHED;
    boolean isRead =
        step.reads().tables().stream()
            .anyMatch(r -> r.table().equals(table) && r.how() == published);
    boolean isUpserted =
        step.writes().tables().stream()
            .anyMatch(write -> write.table().equals(table) && write.mode() == Writes.Mode.UPSERT);
    return isRead && isUpserted ? stored.computeIfAbsent(table, store::stored) : Optional.empty();
  }

  @Override
  public Dataset<Row> changes(String table) {
    declared(table, Reads.How.CHANGES);
    return store.changes(table, since(table));
  }

  @Override
  public Dataset<Row> changedRows(String table) {
    return changes(table).where("change_type <> 'delete'").select("after.*");
  }

  @Override
  public boolean isUnchanged(String table) {
    return store.isUnchanged(table, since(table));
  }

  private Position since(String table) {
    return since.getOrDefault(table, Position.START);
  }

  @Override
  public Dataset<Row> once(Dataset<Row> rows) {
    Dataset<Row> persisted = rows.persist(StorageLevel.MEMORY_AND_DISK());
    kept.add(persisted);
    return persisted;
  }

  @Override
  public Dataset<Row> settled(Dataset<Row> rows) {
    Dataset<Row> computed = rows.localCheckpoint();
    settled.add(computed);
    return computed;
  }

  @Override
  public void close() {
    kept.forEach(rows -> rows.unpersist(false));
    settled.forEach(
        rows ->
            ((org.apache.spark.sql.classic.Dataset<Row>) rows)
                .queryExecution()
                .toRdd()
                .unpersist(false));
    stored.values().forEach(rows -> rows.ifPresent(StoredRows::close));
  }

  @Override
  public Dataset<Row> within(String table) {
    Reads.Span span = declared(table, Reads.How.WITHIN).span().orElseThrow();
    Dataset<Row> whole = store.current(table);
    boolean isAllNew =
        span.changedTables().stream()
            .anyMatch(changed -> since(changed).wasNeverWritten() && !isUnchanged(changed));
    if (isAllNew) {
      return whole;
    }
    Touched touched = new Touched(span.changedTables(), span.changedColumn(), span.onlyMoved());
    Optional<Row> ends =
        bounds.computeIfAbsent(touched, this::bounds).filter(row -> !row.isNullAt(0));
    if (ends.isEmpty()) {
      return whole.where(lit(false));
    }
    Row row = ends.get();
    Dataset<Row> from = whole.where(col(span.column()).geq(lit(row.get(0))));
    return span.openEnd() ? from : from.where(col(span.column()).leq(lit(row.get(1))));
  }

  /** Smallest and largest touched value, in the type of the changed column. */
  private Optional<Row> bounds(Touched touched) {
    return touched.tables().stream()
        .filter(changed -> !isUnchanged(changed))
        .map(changed -> touched(changed, touched.column(), touched.onlyMoved()))
        .reduce(Dataset::union)
        .map(values -> values.agg(functions.min("value"), functions.max("value")).head());
  }

  private Dataset<Row> touched(String table, String column, boolean onlyMoved) {
    Dataset<Row> all = store.changes(table, since(table));
    Column isKept = col("before." + column).eqNullSafe(col("after." + column));
    Dataset<Row> changes = onlyMoved ? all.where(functions.not(isKept)) : all;
    return changes
        .select(col("before." + column).as("value"))
        .union(changes.select(col("after." + column).as("value")));
  }

  @Override
  public Optional<Trained.Model> champion(String family) {
    return champions.champion(family);
  }

  @Override
  public Optional<Trained> trained(String family) {
    return champions.trained(family);
  }

  private Reads.Read declared(String table, Reads.How how) {
    return step.reads().tables().stream()
        .filter(read -> read.table().equals(table) && read.how() == how)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot read %s in step %s: its reads() do not name it as %s; add it there."
                        .formatted(table, step.name(), how)));
  }
}
