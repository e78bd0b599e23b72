package io.clientele.models.crosssell.nightly;

import io.clientele.models.registry.FamilyTraining;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.RetrainingSpans;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.dimension.DimProduct;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Finds what is bought together and what suits whom, when there is no champion or it became another
 * {@code retrain_after_days} older since the night before. Otherwise the champion goes on, and no
 * sales line is read.
 */
public final class TrainCrossSell implements FamilyTraining {
  /** Name of the model family. */
  public static final String FAMILY = "crosssell";

  private final RetrainingSpans spans;

  public TrainCrossSell(int retrainAfterDays) {
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
            FctSales.TABLE.name(),
            BrgCustomerRecord.TABLE.name(),
            DimProduct.TABLE.name())
        .andPublished(FtrAsOf.TABLE.name());
  }

  @Override
  public String task() {
    return "look for cross-sell";
  }

  @Override
  public Optional<String> due(Inputs in, Trained.Model champion, LocalDate asOf) {
    LocalDate trained = LocalDate.parse(Json.read(champion.cardJson(), CrossSellCard.class).asOf());
    return spans.due(in, trained, asOf);
  }

  @Override
  public Trained trainAnew(
      Inputs in, LocalDate asOf, String why, Optional<Trained.Model> champion) {
    return new CrossSellTraining(in, asOf).run(champion);
  }

  static Trained refusing(String reason) {
    return new Trained(FAMILY, Trained.Decision.REFUSED, reason, Optional.empty());
  }
}
