package io.clientele.jobs.evaluate;

import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;

import io.clientele.models.value.CustomerSummaries;
import io.clientele.models.value.PurchaseLog;
import io.clientele.warehouse.spec.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** A file as what the value models read. */
public final class ValueInput {
  private ValueInput() {}

  /** A row per purchase. */
  public static PurchaseLog log(
      InputTable table, String customer, String date, Optional<String> amount) {
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(Wanted.required("customer", FieldType.STRING, "--customer", customer));
    wanted.add(Wanted.required("day", FieldType.DATE, "--date", date));
    wanted.add(
        amount
            .map(text -> Wanted.required("amount", FieldType.DOUBLE, "--amount", text))
            .orElse(Wanted.optional("amount", FieldType.DOUBLE, "--amount", "0")));
    Dataset<Row> days =
        table
            .rows(wanted)
            .groupBy("customer", "day")
            .agg(sum("amount").as("amount"))
            .select(
                functions.col("customer"),
                unix_date(functions.col("day")),
                functions.col("amount"));
    return PurchaseLog.of(
        days.collectAsList().stream()
            .map(row -> new PurchaseLog.Purchase(row.getString(0), row.getInt(1), row.getDouble(2)))
            .toList());
  }

  /** A row per customer. */
  public static CustomerSummaries summary(
      InputTable table,
      String frequency,
      String recency,
      String observed,
      Optional<String> meanSpend) {
    List<Wanted> wanted =
        List.of(
            Wanted.required("x", FieldType.INT, "--frequency", frequency),
            Wanted.required("last_age", FieldType.DOUBLE, "--recency", recency),
            Wanted.required("age", FieldType.DOUBLE, "--observed", observed),
            Wanted.optional("mean", FieldType.DOUBLE, "--mean-spend", meanSpend.orElse("0")));
    List<Row> rows = table.rows(wanted).collectAsList();
    return CustomerSummaries.of(
        rows.stream().mapToInt(row -> row.getInt(0)).toArray(),
        rows.stream().mapToDouble(row -> row.getDouble(1)).toArray(),
        rows.stream().mapToDouble(row -> row.getDouble(2)).toArray(),
        rows.stream().mapToDouble(row -> row.isNullAt(3) ? 0 : row.getDouble(3)).toArray());
  }
}
