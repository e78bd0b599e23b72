package io.clientele.reports.segment;

import static io.clientele.reports.segment.ReadSegments.optional;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.ChurnFacts.Health;
import java.util.Optional;

/** How far to believe a model family. */
final class ReadHealth {
  private static final String HEALTH =
      """
      SELECT status, status_reason, coalesce(model_version, ''), coalesce(grade, ''),
             coalesce(metric_name, ''), metric_value, coalesce(baseline_name, ''), baseline_value,
             coalesce(trained_on, '')
      FROM rpt_model_health WHERE model_family = ?""";

  private ReadHealth() {}

  /** Empty when no night has come to the family. */
  static Optional<Health> of(PublishedWarehouse warehouse, String family) {
    return warehouse.first(
        HEALTH,
        row ->
            new Health(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                optional(row, 6).orElse(Double.NaN),
                row.getString(7),
                optional(row, 8).orElse(Double.NaN),
                row.getString(9)),
        family);
  }
}
