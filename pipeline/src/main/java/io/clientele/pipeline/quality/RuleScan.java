package io.clientele.pipeline.quality;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.clientele.pipeline.store.ChangeCounts;
import io.clientele.warehouse.raw.RawQuarantine;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The one scan: counts of changes and all rules about rows.
 *
 * @param counts rows by kind of change
 * @param metrics what the rules measured
 */
record RuleScan(ChangeCounts counts, List<Metric> metrics) {

  static RuleScan of(TableSpec spec, List<Rule> rules, Dataset<Row> changes) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      column(rules.get(i)).map(column -> column.as("rule")).ifPresent(columns::add);
    }
    columns.add(countOf(col("change_type").equalTo("insert")));
    columns.add(countOf(col("change_type").equalTo("update")));
    columns.add(countOf(col("change_type").equalTo("delete")));
    columns.add(countOf(refused(spec)));
    Row numbers = changes.agg(lit(0), columns.toArray(Column[]::new)).head();
    return read(spec, rules, numbers);
  }

  private static RuleScan read(TableSpec spec, List<Rule> rules, Row numbers) {
    int last = numbers.size() - 4;
    ChangeCounts counts =
        new ChangeCounts(
            numbers.getLong(last),
            numbers.getLong(last + 1),
            numbers.getLong(last + 2),
            numbers.getLong(last + 3));
    long rows = counts.inserted() + counts.updated();
    List<Metric> metrics = new ArrayList<>();
    int next = 1;
    for (Rule rule : rules) {
      if (column(rule).isPresent()) {
        long number = numbers.getLong(next++);
        long failed = rule instanceof Rule.Unique ? rows - number : number;
        metrics.add(Metric.ofRows(spec.name(), rule.name(), rule.severity(), rows, failed));
      }
    }
    return new RuleScan(counts, metrics);
  }

  /** Failed rows of a condition, distinct rows of a key; none for a rule with a job of its own. */
  private static Optional<Column> column(Rule rule) {
    Column isRow = col("change_type").notEqual("delete");
    if (rule instanceof Rule.Holds holds) {
      Column fails = not(coalesce(expr(holds.condition()), lit(false)));
      return Optional.of(countOf(isRow.and(fails)));
    }
    if (rule instanceof Rule.Unique unique) {
      Column[] key = unique.columns().stream().map(name -> col(name)).toArray(Column[]::new);
      return Optional.of(count_distinct(when(isRow, struct(key))));
    }
    return Optional.empty();
  }

  private static Column countOf(Column condition) {
    return coalesce(sum(when(condition, 1L).otherwise(0L)), lit(0L));
  }

  private static Column refused(TableSpec spec) {
    if (spec.find(Lineage.IS_REJECTED.name()).isPresent()) {
      return col(Lineage.IS_REJECTED.name());
    }
    return spec.name().equals(RawQuarantine.TABLE.name())
        ? col("change_type").equalTo("insert")
        : lit(false);
  }
}
