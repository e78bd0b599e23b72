package io.clientele.pipeline.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The sums that must be equal: one job for all rules with the same groups. */
final class BalanceScan {
  private BalanceScan() {}

  /** Groups that were looked at, and those that do not balance. */
  static List<Metric> metrics(List<Rule> rules, Dataset<Row> changes) {
    Map<List<String>, List<Rule.Balances>> byGroup = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (rule instanceof Rule.Balances balances) {
        byGroup.computeIfAbsent(balances.groupedBy(), group -> new ArrayList<>()).add(balances);
      }
    }
    List<Metric> metrics = new ArrayList<>();
    byGroup.forEach((group, same) -> metrics.addAll(metrics(group, same, changes)));
    return metrics;
  }

  private static List<Metric> metrics(
      List<String> group, List<Rule.Balances> rules, Dataset<Row> changes) {
    List<Column> sums = new ArrayList<>();
    List<Column> counts = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      sums.add(expr(rules.get(i).left()).as("left_" + i));
      sums.add(expr(rules.get(i).right()).as("right_" + i));
      Column differs = not(col("left_" + i).eqNullSafe(col("right_" + i)));
      counts.add(count(when(differs, 1)));
    }
    Row row =
        changes
            .where(col("change_type").notEqual("delete"))
            .groupBy(group.stream().map(name -> col(name)).toArray(Column[]::new))
            .agg(sums.get(0), sums.subList(1, sums.size()).toArray(Column[]::new))
            .agg(count(lit(1)), counts.toArray(Column[]::new))
            .head();
    List<Metric> metrics = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      metrics.add(
          Metric.ofRows(
              rule.table(), rule.name(), rule.severity(), row.getLong(0), row.getLong(i + 1)));
    }
    return metrics;
  }
}
