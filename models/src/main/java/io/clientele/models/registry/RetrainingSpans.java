package io.clientele.models.registry;

import io.clientele.models.feature.AsOf;
import io.clientele.pipeline.Inputs;
import io.clientele.warehouse.feature.FtrAsOf;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a champion is to be trained anew: when the run asks for it, and as often as whole spans fit
 * between its training and tonight. A span is used once, also if the model trained in it was not
 * promoted.
 *
 * @param days length of a span, at least 1
 */
public record RetrainingSpans(int days) {

  /**
   * Why the champion is trained anew tonight; empty = it is not due.
   *
   * @param in of a step that reads the published {@code ftr_as_of}
   * @param trained as-of date of the champion
   * @param asOf as-of date of tonight
   */
  public Optional<String> due(Inputs in, LocalDate trained, LocalDate asOf) {
    boolean isAsked = in.run().retraining().isPresent();
    return isAsked || isDue(trained, AsOf.date(in.published(FtrAsOf.TABLE.name())), asOf)
        ? Optional.of("the champion is " + ChronoUnit.DAYS.between(trained, asOf) + " days old")
        : Optional.empty();
  }

  /**
   * Whether another span ended since the night before.
   *
   * @param trained as-of date of the champion
   * @param before as-of date of the night before; empty = there was none
   * @param asOf as-of date of tonight
   */
  boolean isDue(LocalDate trained, Optional<LocalDate> before, LocalDate asOf) {
    return since(trained, asOf) > before.map(date -> since(trained, date)).orElse(0L);
  }

  private long since(LocalDate trained, LocalDate asOf) {
    return Math.max(0, ChronoUnit.DAYS.between(trained, asOf) / days);
  }
}
