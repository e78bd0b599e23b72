package io.clientele.jobs.nightly;

import io.clientele.pipeline.quality.RowStop;
import io.clientele.pipeline.quality.Rule;
import io.clientele.pipeline.quality.Severity;
import io.clientele.warehouse.raw.RawBatch;
import java.util.Optional;

/**
 * The delete-wave guard: records that a full extract no longer holds count as gone, so an extract
 * that was cut short must not be believed.
 */
final class VanishedRule {
  private static final String NOW = RawBatch.RECORD_COUNT.name();
  private static final String BEFORE = RawBatch.PREVIOUS_RECORD_COUNT.name();

  private VanishedRule() {}

  /**
   * @param percent more fewer records than in the extract before stop the night
   * @param leastRows extracts that follow one with fewer records never do
   */
  static Rule of(int percent, int leastRows) {
    String holds =
        "status <> 'landed' or %2$s is null or %2$s < %3$d or %1$s * 100 >= %2$s * (100 - %4$d)"
            .formatted(NOW, BEFORE, leastRows, percent);
    String subject =
        "concat(source, '.', entity, ': ', file_name, ' holds ', %1$s, ' records where the full extract before held ', %2$s, ', so ', %2$s - %1$s, ' would be gone')"
            .formatted(NOW, BEFORE);
    return new Rule.Holds(
        RawBatch.TABLE.name(),
        "a full extract is not cut short",
        Severity.STOP,
        holds,
        Optional.of(
            new RowStop(
                subject,
                "If the file is cut short, put the whole one in its place, or take it away, and run"
                    + " again. If they are gone indeed, run clientele nightly --accept-vanished,"
                    + " or raise quality.vanished_percent_stop (more than "
                    + percent
                    + " % stop a night).")));
  }
}
