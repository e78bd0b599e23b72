package io.clientele.pipeline;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.pipeline.store.Position;
import io.clientele.pipeline.store.TableStore;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The inputs of one step: only what its {@link Reads} name. */
final class RunInputs implements Inputs {
  private final Step step;
  private final SparkSession session;
  private final RunContext run;
  private final TableStore store;
  private final Map<String, Position> since;
  private final Champions champions;

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
    return store.published(table);
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
  public Dataset<Row> within(String table) {
    Reads.Span span = declared(table, Reads.How.WITHIN).span().orElseThrow();
    Dataset<Row> whole = store.current(table);
    boolean isAllNew =
        span.changedTables().stream()
            .anyMatch(changed -> since(changed).wasNeverWritten() && !isUnchanged(changed));
    if (isAllNew) {
      return whole;
    }
    Optional<Row> bounds = bounds(span).filter(row -> !row.isNullAt(0));
    if (bounds.isEmpty()) {
      return whole.where(lit(false));
    }
    Row row = bounds.get();
    Dataset<Row> from = whole.where(col(span.column()).geq(lit(row.get(0))));
    return span.openEnd() ? from : from.where(col(span.column()).leq(lit(row.get(1))));
  }

  /** Smallest and largest touched value, in the type of the changed column. */
  private Optional<Row> bounds(Reads.Span span) {
    return span.changedTables().stream()
        .filter(changed -> !isUnchanged(changed))
        .map(changed -> touched(changed, span.changedColumn()))
        .reduce(Dataset::union)
        .map(values -> values.agg(functions.min("value"), functions.max("value")).head());
  }

  private Dataset<Row> touched(String table, String column) {
    Dataset<Row> changes = store.changes(table, since(table));
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
