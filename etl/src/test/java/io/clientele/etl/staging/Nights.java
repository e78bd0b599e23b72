package io.clientele.etl.staging;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import io.clientele.etl.source.SourceDeclaration;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.RunContext;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs the staging steps night by night with tables in memory. */
final class Nights {
  private final SparkSession session = TestSpark.session();
  private final Path warehouseFolder;
  private final Warehouse warehouse;
  private final Map<String, Dataset<Row>> published = new HashMap<>();
  private List<SourceDeclaration> sources;
  private Optional<LocalDate> asOf = Optional.empty();
  private int night;

  Nights(Path warehouseFolder, SourceDeclaration... sources) {
    this.warehouseFolder = warehouseFolder;
    this.sources = List.of(sources);
    this.warehouse = Warehouse.canonical().with(StagingSteps.specs(this.sources));
  }

  Nights withSources(SourceDeclaration... changed) {
    this.sources = List.of(changed);
    return this;
  }

  Nights asOf(LocalDate date) {
    this.asOf = Optional.of(date);
    return this;
  }

  /** One night; nights start at noon UTC, one a day from 2026-02-01. */
  Nights run() {
    return run(Optional.empty());
  }

  Nights run(Optional<ReplayRequest> replay) {
    Instant startedAt = Instant.parse("2026-02-01T12:00:00Z").plusSeconds(86_400L * night++);
    RunContext run =
        new RunContext(
            "night-" + night, asOf, startedAt, ZoneId.of("Europe/Berlin"), warehouseFolder, 7);
    Map<String, Dataset<Row>> changed = new HashMap<>();
    for (Step step : StagingSteps.of(sources, warehouse, replay)) {
      InMemoryInputs in = new InMemoryInputs(session, run, warehouse);
      published.forEach(in::withPublished);
      changed.forEach(in::withChanges);
      Changes changes = step.build(in);
      for (Writes.Write write : step.writes().tables()) {
        Changes.ChangeSet set = changes.sets().get(write.table());
        if (set != null) {
          changed.put(write.table(), change(write, stored(write.table(), set.rows())));
        }
      }
    }
    changed.forEach(this::publish);
    return this;
  }

  Dataset<Row> table(String name) {
    return published.getOrDefault(name, stored(name, null));
  }

  private Dataset<Row> stored(String table, Dataset<Row> rows) {
    TableSpec spec = warehouse.table(table);
    org.apache.spark.sql.types.StructType schema = new org.apache.spark.sql.types.StructType();
    for (var field : spec.fields()) {
      schema = schema.add(field.name(), field.type().sql());
    }
    return rows == null
        ? session.createDataFrame(List.of(), schema)
        : session.createDataFrame(rows.to(schema).collectAsList(), schema);
  }

  private Dataset<Row> change(Writes.Write write, Dataset<Row> rows) {
    if (write.mode() == Writes.Mode.APPEND) {
      return InMemoryInputs.asInserts(rows);
    }
    String[] key = warehouse.table(write.table()).key().toArray(String[]::new);
    Dataset<Row> before = table(write.table()).as("b");
    Dataset<Row> after = rows.as("a");
    Column isSame = lit(true);
    for (String column : key) {
      isSame = isSame.and(col("a." + column).equalTo(col("b." + column)));
    }
    Column old = when(col("b." + key[0]).isNotNull(), struct(col("b.*")));
    return after
        .join(before, isSame, "left")
        .select(
            when(old.isNull(), "insert").otherwise("update").as("change_type"),
            old.as("before"),
            struct(col("a.*")).as("after"))
        .where("before is null or before <> after");
  }

  private void publish(String table, Dataset<Row> changes) {
    Dataset<Row> rows = changes.select("after.*");
    List<String> key = warehouse.table(table).key();
    Dataset<Row> kept =
        key.isEmpty()
            ? table(table)
            : table(table).join(rows, key.toArray(String[]::new), "left_anti");
    published.put(table, stored(table, kept.unionByName(rows)));
  }
}
