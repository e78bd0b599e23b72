package io.clientele.pipeline.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;

import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says of what too many rows fail, and why; one job, for a night that stops. */
final class ShareStop {
  private static final int REASONS = 3;

  private ShareStop() {}

  static String message(Rule.Share rule, Metric metric, Dataset<Row> changes) {
    return "Cannot publish %s: %,d of %,d new rows (%d %%) are refused, most often %s; more than %d %% stop a night. Nothing was published, the last publication stays valid. %s"
        .formatted(
            rule.subject(),
            metric.failed(),
            metric.checked(),
            metric.failed() * 100 / metric.checked(),
            reasons(rule, changes),
            rule.limits().stopPercent(),
            rule.nextMove());
  }

  private static String reasons(Rule.Share rule, Dataset<Row> changes) {
    return changes
        .where(col("change_type").notEqual("delete"))
        .where(expr(rule.counted()))
        .where(expr(rule.fails()))
        .select(explode(expr(rule.reasons())).as("reason"))
        .groupBy("reason")
        .count()
        .orderBy(desc("count"), col("reason"))
        .limit(REASONS)
        .collectAsList()
        .stream()
        .map(row -> "%s (%,d)".formatted(row.getString(0), row.getLong(1)))
        .collect(Collectors.joining(", "));
  }
}
