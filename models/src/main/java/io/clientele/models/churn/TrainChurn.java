package io.clientele.models.churn;

import io.clientele.models.feature.AsOf;
import io.clientele.models.registry.FamilyTraining;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.ModelCard;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Trains the churn model when it is due: when there is no champion, when the champion has become
 * another {@code retrain_after_days} older since the night before, when tonight's customers drifted
 * away from those of its training, or when the run asks for it. Otherwise the champion goes on.
 */
public final class TrainChurn implements FamilyTraining {
  /** Name of the model family. */
  public static final String FAMILY = "churn";

  private final ChurnOptions options;

  public TrainChurn(ChurnOptions options) {
    this.options = options;
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
    return "train churn";
  }

  /** A model of another horizon answers another question. */
  @Override
  public Optional<Trained.Model> champion(Inputs in) {
    return in.champion(FAMILY)
        .filter(
            model ->
                ChurnArtifact.parse(model.artifactJson()).horizonDays() == options.horizonDays());
  }

  @Override
  public Optional<String> due(Inputs in, Trained.Model champion, LocalDate asOf) {
    ModelCard card = Json.read(champion.cardJson(), ModelCard.class);
    LocalDate trained = LocalDate.parse(card.asOf());
    Optional<String> age = new RetrainingSpans(options.retrainAfterDays()).due(in, trained, asOf);
    Optional<LocalDate> before = AsOf.date(in.published(FtrAsOf.TABLE.name()));
    boolean isSameNight = before.filter(asOf::equals).isPresent();
    return age.isPresent() || isSameNight ? age : drift(in, card, champion);
  }

  private Optional<String> drift(Inputs in, ModelCard card, Trained.Model champion) {
    Dataset<Row> tonight = AsOf.tonight(in, FtrCustomerChurn.TABLE.name());
    long customers = Readiness.of(tonight).customers();
    if (customers == 0) {
      return Optional.empty();
    }
    ChurnArtifact artifact = ChurnArtifact.parse(champion.artifactJson());
    Sample sample =
        ChurnDrift.sample(tonight, artifact, customers, in.run().seed(), options.sampleRows());
    return ChurnDrift.shift(card.reference(), artifact, sample, options.maxDrift());
  }

  @Override
  public Trained trainAnew(
      Inputs in, LocalDate asOf, String why, Optional<Trained.Model> champion) {
    Dataset<Row> tonight = AsOf.tonight(in, FtrCustomerChurn.TABLE.name());
    return new ChurnTraining(in, options, asOf, tonight, Readiness.of(tonight)).run(why, champion);
  }

  static Trained refusing(String reason) {
    return new Trained(FAMILY, Trained.Decision.REFUSED, reason, Optional.empty());
  }
}
