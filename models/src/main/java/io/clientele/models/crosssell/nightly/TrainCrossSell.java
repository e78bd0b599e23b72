package io.clientele.models.crosssell.nightly;

import io.clientele.models.feature.AsOf;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.RetrainingSpans;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.TrainStep;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.dimension.DimProduct;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Finds what is bought together and what suits whom, when there is no champion or it became another
 * {@code retrain_after_days} older since the night before. Otherwise the champion goes on, and no
 * sales line is read.
 */
public final class TrainCrossSell implements TrainStep {
  /** Name of the model family. */
  public static final String FAMILY = "crosssell";

  private final RetrainingSpans spans;

  public TrainCrossSell(int retrainAfterDays) {
    this.spans = new RetrainingSpans(retrainAfterDays);
  }

  @Override
  public String name() {
    return "train-crosssell";
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
  public Writes writes() {
    return new Writes(List.of());
  }

  /** A training writes no table; its model goes to the registry. */
  @Override
  public Changes build(Inputs in) {
    return Changes.none();
  }

  @Override
  public Trained train(Inputs in) {
    Optional<LocalDate> asOf = AsOf.date(in.current(FtrAsOf.TABLE.name()));
    if (asOf.isEmpty()) {
      return refused("Cannot look for cross-sell: there is no sale yet; load sales first.");
    }
    Optional<Trained.Model> champion = in.champion(FAMILY);
    if (champion.isPresent() && !isDue(in, champion.get(), asOf.get())) {
      return kept("the champion is recent");
    }
    Trained outcome = new CrossSellTraining(in, asOf.get()).run(champion);
    boolean goesOn = outcome.decision() == Trained.Decision.REFUSED && champion.isPresent();
    return goesOn ? kept("the champion goes on: " + outcome.reason()) : outcome;
  }

  private boolean isDue(Inputs in, Trained.Model champion, LocalDate asOf) {
    LocalDate trained = LocalDate.parse(Json.read(champion.cardJson(), CrossSellCard.class).asOf());
    return spans.due(in, trained, asOf).isPresent();
  }

  private static Trained kept(String reason) {
    return new Trained(FAMILY, Trained.Decision.KEPT, reason, Optional.empty());
  }

  static Trained refused(String reason) {
    return new Trained(FAMILY, Trained.Decision.REFUSED, reason, Optional.empty());
  }
}
