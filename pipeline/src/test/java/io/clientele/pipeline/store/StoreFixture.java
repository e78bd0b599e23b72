package io.clientele.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.pipeline.Changes.ChangeSet;
import io.clientele.pipeline.TableResult;
import io.clientele.pipeline.Writes.Mode;
import io.clientele.pipeline.metadata.MetadataDatabase;
import io.clientele.pipeline.metadata.Published;
import io.clientele.pipeline.publication.Publisher;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A warehouse folder with a store, without runner and gate. */
final class StoreFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-01-01T01:00:00Z");

  /** Counts as the gate does, refuses nothing. */
  static final ChangeInspector COUNTS =
      (spec, changes) -> {
        Row row =
            changes
                .selectExpr(
                    "count_if(change_type = 'insert')",
                    "count_if(change_type = 'update')",
                    "count_if(change_type = 'delete')")
                .head();
        return new ChangeCounts(row.getLong(0), row.getLong(1), row.getLong(2), 0);
      };

  final SparkSession session = TestSpark.session().newSession();
  final MetadataDatabase metadata;
  final TableCatalog catalog;
  final Warehouse warehouse;
  final Publisher publisher;
  private final Map<String, Position> written = new HashMap<>();

  StoreFixture(Path folder, TableSpec... specs) {
    assertThat(folder.toFile().mkdirs()).isTrue();
    metadata = MetadataDatabase.open(MetadataDatabase.defaultUrl(folder));
    catalog = TableCatalog.open(session, folder, metadata);
    warehouse = Warehouse.canonical().with(List.of(specs));
    publisher = new Publisher(catalog, warehouse, metadata.publications(), folder);
  }

  TableStore store(String runId) {
    return store(runId, warehouse);
  }

  TableStore store(String runId, Warehouse declared) {
    long base = metadata.publications().newest().map(Published::id).orElse(0L);
    return new IcebergTableStore(
        session, catalog, declared, new IcebergTableStore.RunMark(runId, base + 1));
  }

  /** Writes in a run of its own and publishes it. */
  TableResult night(String runId, TableSpec spec, Mode mode, Dataset<Row> rows) {
    return night(runId, spec, mode, new ChangeSet(rows, Optional.empty()));
  }

  TableResult night(String runId, TableSpec spec, Mode mode, ChangeSet changes) {
    TableResult result = store(runId).write(spec, mode, changes, COUNTS);
    written.put(spec.name(), result.position());
    publish(runId);
    return result;
  }

  void publish(String runId) {
    metadata.lock().acquire(runId, NOW);
    metadata.ledger().start(runId, "test", NOW, 0);
    publisher.publish(
        new Publisher.Candidate(
            runId,
            metadata.publications().newest(),
            LocalDate.parse("2026-01-01"),
            Map.copyOf(written),
            Map.of(),
            Map.of()),
        NOW);
    metadata.lock().release(runId);
  }

  Dataset<Row> rows(TableSpec spec, String values) {
    return session
        .sql("select * from values " + values)
        .toDF(spec.columnNames().toArray(String[]::new));
  }

  /** Rows as text, sorted, to be compared. */
  static List<String> text(Dataset<Row> rows) {
    return rows
        .selectExpr("to_json(struct(*), map('ignoreNullFields', 'true')) as row")
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .map(row -> row.replace("\"", ""))
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    catalog.close();
    metadata.close();
  }
}
