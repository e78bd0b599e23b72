package io.clientele.pipeline.quality;

import io.clientele.pipeline.TableResult;
import io.clientele.pipeline.metadata.QualityMetrics;
import io.clientele.pipeline.store.ChangeCounts;
import io.clientele.pipeline.store.ChangeInspector;
import io.clientele.pipeline.store.TableStore;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.TableSpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what a run writes: one scan per change set for all rules about rows, one more job when the
 * table refers to others or its sums must agree. Keeps every number night by night.
 */
public final class QualityGate implements ChangeInspector {
  private static final Logger LOG = LoggerFactory.getLogger(QualityGate.class);

  private final Warehouse warehouse;
  private final List<Rule> moreRules;
  private final QualityMetrics metrics;
  private final String runId;
  private final Clock clock;
  private final ReferenceScan references;
  private final Map<String, List<Metric>> measured = new ConcurrentHashMap<>();

  /**
   * A gate for one run.
   *
   * @param moreRules rules beside those that follow from the declarations
   * @param store where the tables are that others refer to
   */
  public QualityGate(
      Warehouse warehouse,
      List<Rule> moreRules,
      TableStore store,
      QualityMetrics metrics,
      String runId,
      Clock clock) {
    this.warehouse = warehouse;
    this.moreRules = List.copyOf(moreRules);
    this.references = new ReferenceScan(store);
    this.metrics = metrics;
    this.runId = runId;
    this.clock = clock;
  }

  @Override
  public ChangeCounts inspect(TableSpec spec, Dataset<Row> changes) {
    List<Rule> rules = rules(spec);
    RuleScan scan = RuleScan.of(spec, rules, changes);
    List<Metric> all = new ArrayList<>(scan.metrics());
    all.addAll(references.metrics(rules, changes));
    all.addAll(BalanceScan.metrics(rules, changes));
    measured.put(spec.name(), all);
    List<Metric> stopped =
        all.stream().filter(metric -> metric.verdict() == Metric.Verdict.STOPPED).toList();
    if (!stopped.isEmpty()) {
      keep(spec.name(), all);
      throw new GateStoppedException(message(spec, rules, stopped, changes), stopped);
    }
    return scan.counts();
  }

  private List<Rule> rules(TableSpec spec) {
    List<Rule> rules = new ArrayList<>(RulesFromSpec.of(spec, warehouse));
    moreRules.stream().filter(rule -> rule.table().equals(spec.name())).forEach(rules::add);
    return rules;
  }

  /** Compares the table's size after the write with its history. */
  public void measureSize(TableResult result) {
    List<Metric> all = new ArrayList<>(measured.getOrDefault(result.table(), List.of()));
    List<Double> history = metrics.history(result.table(), RowCountNear.RULE, RowCountNear.NIGHTS);
    all.add(RowCountNear.judge(result, history));
    keep(result.table(), all);
  }

  private void keep(String table, List<Metric> all) {
    metrics.record(runId, table, all, clock.instant());
    all.stream()
        .filter(metric -> metric.verdict() == Metric.Verdict.WARNED)
        .forEach(
            metric ->
                LOG.warn(
                    "{}: {} ({} of {} rows)",
                    table,
                    metric.rule(),
                    metric.failed(),
                    metric.checked()));
  }

  private static String message(
      TableSpec spec, List<Rule> rules, List<Metric> stopped, Dataset<Row> changes) {
    for (Metric metric : stopped) {
      for (Rule rule : rules) {
        if (rule instanceof Rule.Share share && share.name().equals(metric.rule())) {
          return ShareStop.message(share, metric, changes);
        }
        if (rule instanceof Rule.Holds holds
            && holds.name().equals(metric.rule())
            && holds.stop().isPresent()) {
          return holds.stop().get().message(holds, changes);
        }
      }
    }
    return message(spec, stopped);
  }

  private static String message(TableSpec spec, List<Metric> stopped) {
    String rules =
        stopped.stream()
            .map(
                metric ->
                    "'%s' fails for %d of %d rows"
                        .formatted(metric.rule(), metric.failed(), metric.checked()))
            .collect(Collectors.joining("; "));
    return "Cannot publish "
        + spec.name()
        + ": "
        + rules
        + "; nothing was published, see 'clientele quality', mend the source or its mapping and run"
        + " again.";
  }
}
