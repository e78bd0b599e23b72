package io.clientele.models.segment;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;

import io.clientele.models.feature.AsOf;
import io.clientele.models.registry.Decimals;
import io.clientele.models.registry.FamilyTraining;
import io.clientele.models.registry.Grade;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.Provenance;
import io.clientele.models.registry.RetrainingSpans;
import io.clientele.models.segment.cluster.Candidate;
import io.clientele.models.segment.cluster.FeatureScale;
import io.clientele.models.segment.cluster.SegmentIds;
import io.clientele.models.segment.cluster.SegmentModel;
import io.clientele.models.segment.cluster.SegmentTrainer;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the customers' segments when there is no champion, or looks whether it still fits when it
 * became another {@code retrain_after_days} older since the night before.
 */
public final class TrainSegments implements FamilyTraining {
  /** Name of the model family. */
  public static final String FAMILY = "segment";

  private static final int LEAST_CUSTOMERS = 300;

  private final RetrainingSpans spans;

  public TrainSegments(int retrainAfterDays) {
    this.spans = new RetrainingSpans(retrainAfterDays);
  }

  @Override
  public String name() {
    return "train-segments";
  }

  @Override
  public String family() {
    return FAMILY;
  }

  @Override
  public Reads reads() {
    return Reads.current(FtrAsOf.TABLE.name(), FtrCustomerRfm.TABLE.name())
        .andPublished(FtrAsOf.TABLE.name());
  }

  @Override
  public String task() {
    return "find segments";
  }

  @Override
  public Optional<String> due(Inputs in, Trained.Model champion, LocalDate asOf) {
    LocalDate trained = LocalDate.parse(Json.read(champion.cardJson(), SegmentCard.class).asOf());
    return spans.due(in, trained, asOf);
  }

  @Override
  public Trained trainAnew(
      Inputs in, LocalDate asOf, String why, Optional<Trained.Model> champion) {
    FeatureRows rows = FeatureRows.of(features(in), in.run().seed());
    return rows.count() < LEAST_CUSTOMERS
        ? refusing(
            rows.count()
                + " customers with a purchase; it needs "
                + LEAST_CUSTOMERS
                + ", load more. The segments by rule are there.")
        : trained(in, asOf, rows, champion);
  }

  private static Dataset<Row> features(Inputs in) {
    Column[] values =
        SegmentTrainer.FEATURES.stream()
            .map(name -> col(name).cast("double"))
            .toArray(Column[]::new);
    return AsOf.tonight(in, FtrCustomerRfm.TABLE.name())
        .select(col("customer_id").as("id"), array(values).as("x"));
  }

  private Trained trained(
      Inputs in, LocalDate asOf, FeatureRows rows, Optional<Trained.Model> champion) {
    SegmentTrainer trainer =
        new SegmentTrainer(
            rows.raws(),
            rows.count(),
            (scale, centres) ->
                rows.isWhole() ? centres : FullFit.centres(rows.all(), scale, centres).centres(),
            in.run().seed());
    SegmentTrainer.Outcome outcome =
        champion.isPresent()
            ? trainer.again(SegmentModel.parse(champion.get().artifactJson()))
            : trainer.first(scale(rows));
    if (outcome.model().isEmpty()) {
      return champion.isPresent() ? kept(outcome.reason()) : refusing(outcome.reason() + ".");
    }
    return promoted(in, asOf, rows, outcome, champion);
  }

  private static FeatureScale scale(FeatureRows rows) {
    return rows.isWhole()
        ? FeatureScale.of(SegmentTrainer.FEATURES, true, true, rows.raws())
        : FullFit.scale(rows.all(), SegmentTrainer.FEATURES, true, true);
  }

  private static Trained promoted(
      Inputs in,
      LocalDate asOf,
      FeatureRows rows,
      SegmentTrainer.Outcome outcome,
      Optional<Trained.Model> champion) {
    SegmentModel model = outcome.model().orElseThrow();
    Candidate judged = outcome.judged().orElseThrow();
    String artifact = model.toJson();
    String version = FAMILY + "-" + asOf + "-" + Integer.toHexString(artifact.hashCode());
    double baseline = RfmBaseline.silhouette(rows.raws(), model.scale().points(rows.raws()));
    SegmentCard card =
        new SegmentCard(
            FAMILY,
            version,
            asOf.toString(),
            rows.count(),
            rows.raws().length,
            Arrays.stream(judged.fit().sizes()).boxed().toList(),
            Decimals.six(judged.silhouette()),
            Decimals.six(baseline),
            Grade.of(judged.silhouette(), baseline),
            Decimals.six(judged.stability().mean()),
            Arrays.stream(judged.stability().each()).map(Decimals::six).boxed().toList(),
            model.margin(),
            model.scale(),
            outcome.events().stream().map(TrainSegments::words).toList(),
            champion.map(Trained.Model::version).orElse(null),
            Provenance.here(in.run(), 1));
    return new Trained(
        FAMILY,
        Trained.Decision.PROMOTED,
        outcome.reason(),
        Optional.of(new Trained.Model(version, artifact, Json.write(card))));
  }

  private static String words(SegmentIds.Event event) {
    return "segment " + event.segmentId() + " " + event.words();
  }

  private Trained refusing(String reason) {
    return refused("Cannot " + task() + ": " + reason);
  }
}
