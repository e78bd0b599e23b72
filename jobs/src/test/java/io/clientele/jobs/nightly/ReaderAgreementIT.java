package io.clientele.jobs.nightly;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Pipeline;
import io.clientele.pipeline.PipelineSettings;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.RunContext;
import io.clientele.pipeline.RunListener;
import io.clientele.pipeline.RunRequest;
import io.clientele.pipeline.Step;
import io.clientele.pipeline.Writes;
import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB over the files of the manifest and Spark over the table see the same rows. */
class ReaderAgreementIT {
  private static final Field ID = Field.durableKey("thing_id", FieldType.BIGINT, "Its number.");
  private static final Field NAME = Field.attribute("name", FieldType.STRING, "Its name.");
  private static final Field FULL_NAME =
      Field.attribute("full_name", FieldType.STRING, "Its name.");
  private static final Field PRICE = Field.attribute("price", FieldType.MONEY, "What it costs.");
  private static final Field COLOUR = Field.attribute("colour", FieldType.STRING, "Its colour.");
  private static final String TABLE = "dim_thing";

  @TempDir private Path warehouse;

  @Test
  void afterUpdatesDeletesARenamedAndAnAddedColumn() {
    night(
        1,
        spec(ID, NAME, PRICE),
        new Upsert(
            "SELECT id AS thing_id, concat('thing ', id) AS name,"
                + " CAST(id AS DECIMAL(18,6)) / 3 AS price FROM range(1000)",
            "SELECT CAST(-1 AS BIGINT) AS thing_id"),
        "");
    assertThat(inDuckDb("thing_id, name, price")).hasSize(1000);
    night(
        2,
        spec(ID, FULL_NAME, PRICE, COLOUR),
        new Upsert(
            "SELECT id AS thing_id, concat('new ', id) AS full_name,"
                + " CAST(id AS DECIMAL(18,6)) / 7 AS price, 'red' AS colour"
                + " FROM range(990, 1010)",
            "SELECT id AS thing_id FROM range(5, 25)"),
        "ALTER TABLE clientele.tables.dim_thing RENAME COLUMN name TO full_name");
    List<String> spark = inSpark("thing_id, full_name, price, colour");
    assertThat(spark).hasSize(990).contains("3|thing 3|1.000000|null");
    assertThat(inDuckDb("thing_id, full_name, price, colour"))
        .containsExactlyInAnyOrderElementsOf(spark);
  }

  private static TableSpec spec(Field... fields) {
    return TableSpec.table(TABLE).grain("one row per thing").fields(fields).key(ID).build();
  }

  private void night(int number, TableSpec spec, Upsert step, String before) {
    try (Pipeline pipeline = open(spec)) {
      if (!before.isEmpty()) {
        pipeline.session().sql(before);
      }
      RunContext context =
          new RunContext(
              "run_" + number,
              Optional.of(LocalDate.of(2026, 1, number)),
              Instant.EPOCH,
              ZoneOffset.UTC,
              warehouse,
              1);
      pipeline.run(new RunRequest(context, "test", List.of(step), true, RunListener.SILENT));
    }
  }

  private Pipeline open(TableSpec spec) {
    return Pipeline.open(
        TestSpark.session(),
        PipelineSettings.of(
            warehouse, Warehouse.canonical().with(List.of(spec)), Clock.systemUTC()));
  }

  private List<String> inSpark(String columns) {
    try (Pipeline pipeline = open(spec(ID, FULL_NAME, PRICE, COLOUR))) {
      return pipeline
          .session()
          .sql("SELECT " + columns + " FROM clientele.tables." + TABLE)
          .collectAsList()
          .stream()
          .map(row -> row.mkString("|"))
          .toList();
    }
  }

  private List<String> inDuckDb(String columns) {
    try (PublishedWarehouse published = PublishedWarehouse.open(warehouse)) {
      int width = columns.split(",", -1).length;
      return published.rows(
          "SELECT " + columns + " FROM " + TABLE,
          row -> {
            StringBuilder text = new StringBuilder();
            for (int i = 1; i <= width; i++) {
              text.append(i == 1 ? "" : "|").append(row.getString(i));
            }
            return text.toString();
          });
    }
  }

  /** Writes and deletes what two queries say. */
  private record Upsert(String rows, String deleted) implements Step {
    @Override
    public String name() {
      return "load-dim-thing";
    }

    @Override
    public Reads reads() {
      return Reads.nothing();
    }

    @Override
    public Writes writes() {
      return Writes.upsert(TABLE);
    }

    @Override
    public Changes build(Inputs in) {
      Dataset<Row> written = in.session().sql(rows).selectExpr(cast());
      return Changes.none().and(TABLE, written, in.session().sql(deleted));
    }

    private String[] cast() {
      String columns = rows.contains("colour") ? "thing_id,full_name,*,colour" : "thing_id,name,*";
      return columns.replace("*", "cast(price as decimal(18,6)) as price").split(",(?![0-9])", -1);
    }
  }
}
