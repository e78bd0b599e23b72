package io.clientele.pipeline;

import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A warehouse of three tables and the steps that fill it, for tests of the pipeline. */
final class SmallShop {
  static final Field LINE = Field.durableKey("line_id", FieldType.STRING, "Line");
  static final Field DAY = Field.attribute("day", FieldType.DATE, "Local day").required();
  static final Field CUSTOMER =
      Field.attribute("customer", FieldType.STRING, "Customer").required();
  static final Field AMOUNT =
      Field.measure("amount", FieldType.MONEY, Additivity.ADDITIVE, "Money").required();
  static final Field RUN = Field.audit("run_id", FieldType.STRING, "Run");

  static final TableSpec STAGED =
      TableSpec.table("stg_shop__lines")
          .grain("one row per delivered line")
          .fields(LINE, DAY, CUSTOMER, AMOUNT)
          .build();
  static final TableSpec SALES =
      TableSpec.table("fct_lines")
          .grain("one row per line")
          .fields(LINE, DAY, CUSTOMER, AMOUNT, RUN)
          .key(LINE)
          .partitionedBy("months(day)")
          .sortedBy(DAY, LINE)
          .prunedBy(DAY)
          .build();
  static final TableSpec TOTALS =
      TableSpec.table("rpt_totals")
          .grain("one row per customer")
          .fields(Field.durableKey("customer", FieldType.STRING, "Customer"), AMOUNT)
          .key(CUSTOMER)
          .build();

  static final Warehouse WAREHOUSE = Warehouse.canonical().with(List.of(STAGED, SALES, TOTALS));

  private SmallShop() {}

  static RunContext run(String runId, Path folder, Instant startedAt) {
    return new RunContext(runId, Optional.empty(), startedAt, ZoneOffset.UTC, folder, 7);
  }

  /** Lines as text: "id, day, customer, amount" each. */
  static Dataset<Row> lines(SparkSession session, String... rows) {
    String values =
        rows.length == 0 ? "" : "('" + String.join("'),('", rows).replace(", ", "', '") + "')";
    if (rows.length == 0) {
      return session
          .sql(
              "select '' line_id, date'2025-01-01' day, '' customer, cast(0 as decimal(18,6)) amount")
          .where("false");
    }
    return session.sql(
        "select col1 as line_id, cast(col2 as date) as day, col3 as customer,"
            + " cast(col4 as decimal(18,6)) as amount from values "
            + values);
  }

  /** Stages lines as delivered. */
  static TestStep stage(String... rows) {
    return TestStep.named("stage")
        .writing(Writes.append(STAGED.name()))
        .building(in -> Changes.of(STAGED.name(), lines(in.session(), rows)));
  }

  /** The newest amount of a line wins; a line without an amount above zero is deleted. */
  static TestStep load() {
    return TestStep.named("load")
        .reading(Reads.changesOf(STAGED.name()))
        .writing(Writes.upsert(SALES.name()))
        .building(
            in -> {
              Dataset<Row> rows = in.changedRows(STAGED.name());
              return Changes.none()
                  .and(
                      SALES.name(),
                      rows.where("amount > 0"),
                      rows.where("amount <= 0").select("line_id", "day"));
            });
  }

  static TestStep total() {
    return TestStep.named("total")
        .reading(Reads.current(SALES.name()))
        .writing(Writes.replace(TOTALS.name()))
        .building(
            in ->
                Changes.of(
                    TOTALS.name(),
                    in.current(SALES.name())
                        .groupBy("customer")
                        .agg(
                            org.apache
                                .spark
                                .sql
                                .functions
                                .sum("amount")
                                .cast("decimal(18,6)")
                                .as("amount"))));
  }
}
