package io.clientele.pipeline.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.clientele.pipeline.store.TableStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Whether values are keys of other tables; one job for all references of a table. */
final class ReferenceScan {
  private final TableStore store;

  ReferenceScan(TableStore store) {
    this.store = store;
  }

  List<Metric> metrics(List<Rule> rules, Dataset<Row> changes) {
    List<Rule.References> all =
        rules.stream()
            .filter(Rule.References.class::isInstance)
            .map(Rule.References.class::cast)
            .toList();
    Dataset<Row> rows = changes.where("change_type <> 'delete'");
    Optional<Dataset<Row>> scan = all.stream().map(rule -> scan(rule, rows)).reduce(Dataset::union);
    return scan.map(frame -> read(all, frame.collectAsList())).orElse(List.of());
  }

  private Dataset<Row> scan(Rule.References rule, Dataset<Row> rows) {
    Dataset<Row> keys =
        store
            .current(rule.target())
            .select(col(rule.targetColumn()).as("key"), lit(true).as("found"));
    Dataset<Row> values =
        rows.where(col(rule.column()).isNotNull())
            .groupBy(col(rule.column()).as("value"))
            .agg(count(lit(1)).as("rows"));
    return values
        .join(keys, col("value").equalTo(col("key")), "left")
        .agg(
            coalesce(sum("rows"), lit(0L)).as("checked"),
            coalesce(sum(when(col("found").isNull(), col("rows"))), lit(0L)).as("failed"))
        .select(lit(rule.name()).as("rule"), col("checked"), col("failed"));
  }

  private static List<Metric> read(List<Rule.References> rules, List<Row> rows) {
    List<Metric> metrics = new ArrayList<>();
    for (Rule.References rule : rules) {
      rows.stream()
          .filter(row -> row.getString(0).equals(rule.name()))
          .map(
              row ->
                  Metric.ofRows(
                      rule.table(), rule.name(), rule.severity(), row.getLong(1), row.getLong(2)))
          .forEach(metrics::add);
    }
    return metrics;
  }
}
