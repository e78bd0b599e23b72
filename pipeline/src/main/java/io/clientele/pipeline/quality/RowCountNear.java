package io.clientele.pipeline.quality;

import io.clientele.pipeline.TableResult;
import java.util.List;

/** Warns when a table lost or gained far more rows than its last nights let expect. */
final class RowCountNear {
  static final String RULE = "row count near history";

  /** How many nights back. */
  static final int NIGHTS = 7;

  private static final double LOST = 0.8;
  private static final double GAINED = 2.0;

  private RowCountNear() {}

  static Metric judge(TableResult result, List<Double> history) {
    double usual = history.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    boolean isFar =
        history.size() >= 2
            && usual > 0
            && (result.total() < usual * LOST || result.total() > usual * GAINED);
    long failed = isFar ? Math.abs(result.total() - Math.round(usual)) : 0;
    return new Metric(
        result.table(),
        RULE,
        Severity.WARN,
        result.total(),
        failed,
        result.total(),
        Metric.verdict(Severity.WARN, failed));
  }
}
