package io.clientele.models;

import io.clientele.pipeline.RunContext;
import io.clientele.pipeline.memory.InMemoryInputs;
import io.clientele.testkit.TestSpark;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Purchase days written by hand, and the tables that follow from them. */
public final class Purchases {
  private static final StructType DAYS =
      StructType.fromDDL(
          "customer_record_id string, day date, date_key int, order_count int, line_count int,"
              + " quantity decimal(18,3), spend_bought decimal(18,6), spend_returned decimal(18,6),"
              + " known_at timestamp");

  private final List<Row> rows = new ArrayList<>();

  /** One order of two lines, known at the end of its day. */
  public Purchases bought(String record, String day, String amount) {
    return entry(record, LocalDate.parse(day), 1, amount, "0", null);
  }

  /** A day with returns only. */
  public Purchases returned(String record, String day, String amount) {
    return entry(record, LocalDate.parse(day), 0, "0", "-" + amount, null);
  }

  /** A day as it is; {@code knownAt} null = midnight after the day. */
  public Purchases entry(
      String record, LocalDate day, int orders, String bought, String returned, Instant knownAt) {
    Instant known =
        knownAt == null ? day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant() : knownAt;
    rows.add(
        RowFactory.create(
            record,
            Date.valueOf(day),
            Integer.parseInt(day.toString().replace("-", "")),
            orders,
            2 * orders,
            new BigDecimal(orders).setScale(3),
            new BigDecimal(bought).setScale(6),
            new BigDecimal(returned).setScale(6),
            Timestamp.from(known)));
    return this;
  }

  /** fct_customer_day. */
  public Dataset<Row> facts() {
    return TestSpark.session().createDataFrame(rows, DAYS);
  }

  /** ftr_customer_state, as a first load makes it. */
  public Dataset<Row> states() {
    return states(facts());
  }

  public static Dataset<Row> states(Dataset<Row> facts) {
    return new io.clientele.models.feature.BuildFeatures()
        .build(inputs("2020-01-01").withInserted("fct_customer_day", facts))
        .sets()
        .get("ftr_customer_state")
        .rows();
  }

  /** brg_customer_record with every record its own customer. */
  public static Dataset<Row> bridge(Dataset<Row> facts) {
    return facts
        .select("customer_record_id")
        .distinct()
        .selectExpr(
            "customer_record_id",
            "concat('C', customer_record_id) as customer_id",
            "'shop' as source",
            "customer_record_id as source_customer_id",
            "'own record' as linked_by");
  }

  /** A run as of that date, with ftr_as_of in place. */
  public static InMemoryInputs inputs(String asOf) {
    return inputs(asOf, Optional.empty());
  }

  /** The same, in a run that asks for every training. */
  static InMemoryInputs inputs(String asOf, Optional<String> retraining) {
    RunContext run =
        new RunContext(
            "run-1",
            Optional.empty(),
            Instant.parse("2030-01-01T00:00:00Z"),
            ZoneId.of("UTC"),
            Path.of("/tmp"),
            7L,
            retraining);
    return new InMemoryInputs(TestSpark.session(), run, Warehouse.canonical())
        .withCurrent("ftr_as_of", asOfTable(asOf, null));
  }

  /** ftr_as_of. */
  public static Dataset<Row> asOfTable(String asOf, String previous) {
    return TestSpark.session()
        .createDataFrame(
            List.of(
                RowFactory.create(
                    Date.valueOf(asOf),
                    Date.valueOf(LocalDate.parse(asOf).minusDays(1)),
                    previous == null ? null : Date.valueOf(previous))),
            StructType.fromDDL(
                "as_of_date date, newest_order_date date, previous_as_of_date date"));
  }

  /** The rows in the shape of the table, as the runner writes them. */
  public static Dataset<Row> as(TableSpec table, Dataset<Row> rows) {
    return rows.select(
        table.fields().stream()
            .map(field -> Columns.as(field, org.apache.spark.sql.functions.col(field.name())))
            .toArray(org.apache.spark.sql.Column[]::new));
  }
}
