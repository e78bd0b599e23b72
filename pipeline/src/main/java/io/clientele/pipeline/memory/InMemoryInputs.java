package io.clientele.pipeline.memory;

import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.RunContext;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.Warehouse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Inputs made from data sets at hand instead of a warehouse: the production steps run on a file or
 * in a test without a store. A table that was not given has no rows.
 */
public final class InMemoryInputs implements Inputs {
  private final SparkSession session;
  private final RunContext run;
  private final Warehouse warehouse;
  private final Map<String, Dataset<Row>> current = new HashMap<>();
  private final Map<String, Dataset<Row>> published = new HashMap<>();
  private final Map<String, Dataset<Row>> changes = new HashMap<>();
  private final Map<String, Dataset<Row>> within = new HashMap<>();
  private final Map<String, Trained> trained = new HashMap<>();
  private final Map<String, Trained.Model> champions = new HashMap<>();

  public InMemoryInputs(SparkSession session, RunContext run, Warehouse warehouse) {
    this.session = session;
    this.run = run;
    this.warehouse = warehouse;
  }

  public InMemoryInputs withCurrent(String table, Dataset<Row> rows) {
    current.put(table, rows);
    return this;
  }

  public InMemoryInputs withPublished(String table, Dataset<Row> rows) {
    published.put(table, rows);
    return this;
  }

  /** The change set as {@link Inputs#changes} gives it. */
  public InMemoryInputs withChanges(String table, Dataset<Row> changeSet) {
    changes.put(table, changeSet);
    return this;
  }

  /** A change set in which every row is an insert. */
  public InMemoryInputs withInserted(String table, Dataset<Row> rows) {
    return withChanges(table, asInserts(rows));
  }

  public InMemoryInputs withWithin(String table, Dataset<Row> rows) {
    within.put(table, rows);
    return this;
  }

  public InMemoryInputs withChampion(String family, Trained.Model model) {
    champions.put(family, model);
    return this;
  }

  public InMemoryInputs withTrained(Trained outcome) {
    trained.put(outcome.family(), outcome);
    // A challenger that was kept aside does not score.
    if (outcome.decision() == Trained.Decision.PROMOTED) {
      outcome.model().ifPresent(model -> champions.put(outcome.family(), model));
    }
    return this;
  }

  /** Every row as an insert: no row before, the row itself after. */
  public static Dataset<Row> asInserts(Dataset<Row> rows) {
    return rows.select(
        functions.lit("insert").as("change_type"),
        functions.lit(null).cast(rows.schema()).as("before"),
        functions.struct(functions.col("*")).as("after"));
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
    return current.getOrDefault(table, empty(table));
  }

  @Override
  public Dataset<Row> published(String table) {
    return published.getOrDefault(table, empty(table));
  }

  @Override
  public Dataset<Row> changes(String table) {
    return changes.containsKey(table) ? changes.get(table) : asInserts(empty(table));
  }

  @Override
  public Dataset<Row> changedRows(String table) {
    return changes(table).where("change_type <> 'delete'").select("after.*");
  }

  @Override
  public Dataset<Row> once(Dataset<Row> rows) {
    return rows;
  }

  @Override
  public Dataset<Row> settled(Dataset<Row> rows) {
    return rows.localCheckpoint();
  }

  @Override
  public Dataset<Row> within(String table) {
    return within.getOrDefault(table, current(table));
  }

  @Override
  public boolean isUnchanged(String table) {
    return !changes.containsKey(table);
  }

  @Override
  public Optional<Trained.Model> champion(String family) {
    return Optional.ofNullable(champions.get(family));
  }

  @Override
  public Optional<Trained> trained(String family) {
    return Optional.ofNullable(trained.get(family));
  }

  private Dataset<Row> empty(String table) {
    StringBuilder ddl = new StringBuilder();
    warehouse
        .table(table)
        .fields()
        .forEach(
            field ->
                ddl.append(ddl.isEmpty() ? "" : ", ")
                    .append(field.name())
                    .append(' ')
                    .append(field.type().sql()));
    return session.createDataFrame(
        java.util.List.of(), org.apache.spark.sql.types.StructType.fromDDL(ddl.toString()));
  }
}
