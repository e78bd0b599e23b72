package io.clientele.jobs.evaluate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.models.segment.judge.JudgeRfm;
import io.clientele.models.segment.judge.JudgeSegments;
import io.clientele.models.segment.judge.SegmentQuestion;
import io.clientele.warehouse.spec.FieldType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A file as what segments are found in. */
public final class SegmentInput {
  private SegmentInput() {}

  /**
   * Judges a table with a row for each of what is segmented.
   *
   * @param id column that names a row in what is written; empty = its number
   */
  public static EvaluationResult ofTable(
      InputTable table, Optional<String> id, SegmentQuestion question) {
    List<Wanted> wanted = new ArrayList<>();
    List<Column> values = new ArrayList<>();
    for (String feature : question.features()) {
      String name = "x" + values.size();
      wanted.add(Wanted.required(name, FieldType.DOUBLE, "--features", feature));
      values.add(col(name));
    }
    id.ifPresent(column -> wanted.add(Wanted.optional("id", FieldType.STRING, "--id", column)));
    Dataset<Row> rows = table.rows(wanted);
    return JudgeSegments.of(
        rows.select(
            id.isPresent() ? col("id") : lit(null).cast("string").as("id"),
            array(values.toArray(Column[]::new)).as("x")),
        question);
  }

  /**
   * Which columns of a transaction log say what.
   *
   * @param invoice rows with the same one are one purchase; empty = each row is one
   * @param dateFormat how dates are written; empty = found
   * @param asOf nothing on or after that day is used; empty = the day after the newest one
   */
  public record Log(
      String customer,
      String date,
      String amount,
      Optional<String> invoice,
      Optional<String> dateFormat,
      Optional<LocalDate> asOf) {}

  /** Judges the customers of a transaction log. */
  public static EvaluationResult ofLog(InputTable table, Log log, Optional<Integer> k, long seed) {
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(Wanted.required("customer", FieldType.STRING, "--customer", log.customer()));
    wanted.add(Wanted.required("day", FieldType.DATE, "--date", log.date()));
    wanted.add(Wanted.required("amount", FieldType.DOUBLE, "--amount", log.amount()));
    log.invoice()
        .ifPresent(
            column ->
                wanted.add(Wanted.optional("purchase", FieldType.STRING, "--invoice", column)));
    Dataset<Row> rows = table.withDateFormat(log.dateFormat()).rows(wanted);
    Dataset<Row> purchases =
        log.invoice().isPresent() ? rows : rows.withColumn("purchase", lit(null).cast("string"));
    EvaluationResult judged = JudgeRfm.of(purchases, log.asOf(), k, seed);
    return log.invoice().isPresent()
        ? judged
        : judged.withWarnings(
            List.of(
                "each row counts as a purchase; name --invoice if a purchase has several rows"));
  }
}
