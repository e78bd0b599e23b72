package io.clientele.pipeline.metadata;

import io.clientele.pipeline.quality.Metric;
import io.clientele.pipeline.quality.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What the quality gate measured, night by night. */
public final class QualityMetrics {
  private final MetadataDatabase database;

  QualityMetrics(MetadataDatabase database) {
    this.database = database;
  }

  /** Writes the metrics of one table in one run; the same run again replaces them. */
  public void record(String runId, String table, List<Metric> metrics, Instant now) {
    if (metrics.isEmpty()) {
      return;
    }
    database
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute(
                  "DELETE FROM quality_metric WHERE run_id = ? AND table_name = ?", runId, table);
              PreparedBatch batch =
                  handle.prepareBatch(
                      "INSERT INTO quality_metric (run_id, table_name, rule, severity, checked,"
                          + " failed, value, verdict, measured_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
                          + " ?)");
              metrics.forEach(
                  metric ->
                      batch.add(
                          runId,
                          metric.table(),
                          metric.rule(),
                          metric.severity().name(),
                          metric.checked(),
                          metric.failed(),
                          metric.value(),
                          metric.verdict().name(),
                          now.toEpochMilli()));
              batch.execute();
            });
  }

  /** Everything that was measured in a run. */
  public List<Metric> of(String runId) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM quality_metric WHERE run_id = :run ORDER BY table_name, rule")
                    .bind("run", runId)
                    .map((rows, context) -> metric(rows))
                    .list());
  }

  /** Values of a rule in published runs, newest first. */
  public List<Double> history(String table, String rule, int nights) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "SELECT m.value FROM quality_metric m JOIN publication p ON p.run_id ="
                            + " m.run_id WHERE m.table_name = :table AND m.rule = :rule ORDER BY"
                            + " p.id DESC LIMIT :nights")
                    .bind("table", table)
                    .bind("rule", rule)
                    .bind("nights", nights)
                    .mapTo(Double.class)
                    .list());
  }

  private static Metric metric(ResultSet rows) throws SQLException {
    return new Metric(
        rows.getString("table_name"),
        rows.getString("rule"),
        Severity.valueOf(rows.getString("severity")),
        rows.getLong("checked"),
        rows.getLong("failed"),
        rows.getDouble("value"),
        Metric.Verdict.valueOf(rows.getString("verdict")));
  }
}
