package io.clientele.pipeline.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What people are told of rows that stop a night; the look at them is one job, for a night that
 * stops.
 *
 * @param subject Spark SQL: a text that says what is wrong with the row
 * @param nextMove what to do, either way
 */
public record RowStop(String subject, String nextMove) {
  private static final int SHOWN = 3;

  String message(Rule.Holds rule, Dataset<Row> changes) {
    String subjects =
        changes
            .where(col("change_type").notEqual("delete"))
            .where(not(coalesce(expr(rule.condition()), lit(false))))
            .select(expr(subject).as("subject"))
            .orderBy("subject")
            .limit(SHOWN)
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.joining("; "));
    return "Cannot publish %s. Nothing was published, the last publication stays valid. %s"
        .formatted(subjects, nextMove);
  }
}
