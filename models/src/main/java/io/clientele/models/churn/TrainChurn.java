package io.clientele.models.churn;

import io.clientele.models.feature.AsOf;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.ModelCard;
import io.clientele.models.registry.RetrainingSpans;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.TrainStep;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import io.clientele.warehouse.feature.FtrCustomerState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trains the churn model when it is due: when there is no champion, when the champion has become
 * another {@code retrain_after_days} older since the night before, when tonight's customers drifted
 * away from those of its training, or when the run asks for it. Otherwise the champion goes on.
 */
public final class TrainChurn implements TrainStep {
  /** Name of the model family. */
  public static final String FAMILY = "churn";

  private final ChurnOptions options;

  public TrainChurn(ChurnOptions options) {
    this.options = options;
  }

  @Override
  public String name() {
    return "train-churn";
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
      return refused("Cannot train churn: there is no sale yet; load sales first.");
    }
    Dataset<Row> tonight = AsOf.tonight(in, FtrCustomerChurn.TABLE.name());
    Readiness readiness = Readiness.of(tonight);
    Optional<Trained.Model> champion =
        in.champion(FAMILY)
            .filter(
                model ->
                    ChurnArtifact.parse(model.artifactJson()).horizonDays()
                        == options.horizonDays());
    Optional<String> due =
        champion.isEmpty()
            ? Optional.of("no champion for this horizon")
            : due(in, champion.get(), asOf.get(), tonight, readiness);
    if (due.isEmpty()) {
      return new Trained(
          FAMILY, Trained.Decision.KEPT, "the champion is recent, no drift", Optional.empty());
    }
    Trained outcome =
        new ChurnTraining(in, options, asOf.get(), tonight, readiness).run(due.get(), champion);
    boolean goesOn = outcome.decision() == Trained.Decision.REFUSED && champion.isPresent();
    return goesOn
        ? new Trained(
            FAMILY,
            Trained.Decision.KEPT,
            due.get() + "; the champion goes on: " + outcome.reason(),
            Optional.empty())
        : outcome;
  }

  private Optional<String> due(
      Inputs in,
      Trained.Model champion,
      LocalDate asOf,
      Dataset<Row> tonight,
      Readiness readiness) {
    ModelCard card = Json.read(champion.cardJson(), ModelCard.class);
    LocalDate trained = LocalDate.parse(card.asOf());
    Optional<String> age = new RetrainingSpans(options.retrainAfterDays()).due(in, trained, asOf);
    if (age.isPresent()) {
      return age;
    }
    Optional<LocalDate> before = AsOf.date(in.published(FtrAsOf.TABLE.name()));
    boolean isSameNight = before.filter(asOf::equals).isPresent();
    if (isSameNight || readiness.customers() == 0) {
      return Optional.empty();
    }
    ChurnArtifact artifact = ChurnArtifact.parse(champion.artifactJson());
    Sample sample =
        ChurnDrift.sample(
            tonight, artifact, readiness.customers(), in.run().seed(), options.sampleRows());
    return ChurnDrift.shift(card.reference(), artifact, sample, options.maxDrift());
  }

  static Trained refused(String reason) {
    return new Trained(FAMILY, Trained.Decision.REFUSED, reason, Optional.empty());
  }
}
