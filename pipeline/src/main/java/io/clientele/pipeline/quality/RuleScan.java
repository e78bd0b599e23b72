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
      numbers(rules.get(i)).forEach(number -> columns.add(number.as("rule")));
    }
    columns.add(countOf(col("change_type").equalTo("insert")));
    columns.add(countOf(col("change_type").equalTo("update")));
    columns.add(countOf(col("change_type").equalTo("delete")));
    columns.add(countOf(refused(spec)));
    Row numbers = changes.agg(lit(0), columns.toArray(Column[]::new)).head();
    return read(rules, numbers);
  }

  private static RuleScan read(List<Rule> rules, Row numbers) {
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
      int width = numbers(rule).size();
      if (width > 0) {
        metrics.add(metric(rule, rows, numbers, next));
        next += width;
      }
    }
    return new RuleScan(counts, metrics);
  }

  private static Metric metric(Rule rule, long rows, Row numbers, int at) {
    long number = numbers.getLong(at);
    if (rule instanceof Rule.Share share) {
      long failed = numbers.getLong(at + 1);
      Metric.Verdict verdict = share.limits().verdict(number, failed);
      double held = number == 0 ? 1 : (number - failed) / (double) number;
      return new Metric(rule.table(), rule.name(), rule.severity(), number, failed, held, verdict);
    }
    long failed = rule instanceof Rule.Unique ? rows - number : number;
    return Metric.ofRows(rule.table(), rule.name(), rule.severity(), rows, failed);
  }

  /**
   * Failed rows of a condition, distinct rows of a key, counted and failed rows of a share; none
   * for a rule with a job of its own.
   */
  private static List<Column> numbers(Rule rule) {
    Column isRow = col("change_type").notEqual("delete");
    if (rule instanceof Rule.Holds holds) {
      return List.of(countOf(isRow.and(not(isTrue(holds.condition())))));
    }
    if (rule instanceof Rule.Unique unique) {
      Column[] key = unique.columns().stream().map(name -> col(name)).toArray(Column[]::new);
      return List.of(count_distinct(when(isRow, struct(key))));
    }
    if (rule instanceof Rule.Share share) {
      Column counted = isRow.and(isTrue(share.counted()));
      return List.of(countOf(counted), countOf(counted.and(isTrue(share.fails()))));
    }
    return List.of();
  }

  private static Column isTrue(String condition) {
    return coalesce(expr(condition), lit(false));
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
