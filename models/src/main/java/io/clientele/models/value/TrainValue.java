package io.clientele.models.value;

import io.clientele.models.registry.FamilyTraining;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.RetrainingSpans;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import io.clientele.warehouse.feature.FtrCustomerState;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Fits the value models when there is no champion, when the champion became another {@code
 * retrain_after_days} older since the night before, or when the run asks for it. Otherwise the
 * champion goes on.
 */
public final class TrainValue implements FamilyTraining {
  /** Name of the model family. */
  public static final String FAMILY = "value";

  private final RetrainingSpans spans;

  public TrainValue(int retrainAfterDays) {
    this.spans = new RetrainingSpans(retrainAfterDays);
  }

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public Reads reads() {
    return Reads.current(
            FtrAsOf.TABLE.name(),
            FtrCustomerChurn.TABLE.name(),
            FtrCustomerState.TABLE.name(),
            BrgCustomerRecord.TABLE.name())
        .andPublished(FtrAsOf.TABLE.name());
  }

  @Override
  public String task() {
    return "fit customer value";
  }

  @Override
  public Optional<String> due(Inputs in, Trained.Model champion, LocalDate asOf) {
    LocalDate trained = LocalDate.parse(Json.read(champion.cardJson(), ValueCard.class).asOf());
    return spans.due(in, trained, asOf);
  }

  @Override
  public Trained trainAnew(
      Inputs in, LocalDate asOf, String why, Optional<Trained.Model> champion) {
    return new ValueTraining(in, asOf).run(champion);
  }

  static Trained refusing(String reason) {
    return new Trained(FAMILY, Trained.Decision.REFUSED, reason, Optional.empty());
  }
}
