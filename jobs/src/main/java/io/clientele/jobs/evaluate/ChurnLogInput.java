package io.clientele.jobs.evaluate;

import static org.apache.spark.sql.functions.expr;

import io.clientele.models.churn.judge.JudgeLog;
import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.warehouse.spec.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which columns of a log are customer, day, amount and invoice; each as typed.
 *
 * @param customer who bought
 * @param date when
 * @param amount for how much; nothing or less is a return
 * @param invoice what was bought together; empty = a day is an order
 * @param dateFormat how dates are written; empty = found
 */
public record ChurnLogInput(
    String customer,
    String date,
    String amount,
    Optional<String> invoice,
    Optional<String> dateFormat) {

  /** Judges the churn models on it. */
  public EvaluationResult judge(InputTable table, JudgeLog.Question question) {
    List<Wanted> wanted = new ArrayList<>();
    wanted.add(Wanted.required("customer", FieldType.STRING, "--customer", customer));
    wanted.add(Wanted.required("day", FieldType.DATE, "--date", date));
    wanted.add(Wanted.required("amount", FieldType.DOUBLE, "--amount", amount));
    invoice.ifPresent(
        column -> wanted.add(Wanted.optional("invoice", FieldType.STRING, "--invoice", column)));
    return JudgeLog.of(days(table.withDateFormat(dateFormat).rows(wanted)), question);
  }

  /** Purchase days in the shape of the night's: known from the next day on. */
  private Dataset<Row> days(Dataset<Row> lines) {
    String orders =
        invoice.isPresent()
            ? "count(distinct if(amount > 0, coalesce(invoice, 'none'), null))"
            : "int(max(amount) > 0)";
    return lines
        .groupBy("customer", "day")
        .agg(
            expr("cast(" + orders + " as int)").as("order_count"),
            expr("cast(count_if(amount > 0) as int)").as("line_count"),
            expr("cast(0 as decimal(18,3))").as("quantity"),
            expr("cast(sum(if(amount > 0, amount, 0)) as decimal(18,6))").as("spend_bought"),
            expr("cast(sum(if(amount > 0, 0, amount)) as decimal(18,6))").as("spend_returned"))
        .withColumn("known_at", expr("cast(date_add(day, 1) as timestamp)"))
        .withColumnRenamed("customer", "customer_id");
  }
}
