package io.clientele.models.registry;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a champion is old enough to be trained anew: as often as whole spans fit between its
 * training and tonight. A span is used once, also if the model trained in it was not promoted.
 *
 * @param days length of a span, at least 1
 */
public record RetrainingSpans(int days) {

  /**
   * Whether another span ended since the night before.
   *
   * @param trained as-of date of the champion
   * @param before as-of date of the night before; empty = there was none
   * @param asOf as-of date of tonight
   */
  public boolean isDue(LocalDate trained, Optional<LocalDate> before, LocalDate asOf) {
    return since(trained, asOf) > before.map(date -> since(trained, date)).orElse(0L);
  }

  private long since(LocalDate trained, LocalDate asOf) {
    return Math.max(0, ChronoUnit.DAYS.between(trained, asOf) / days);
  }
}
