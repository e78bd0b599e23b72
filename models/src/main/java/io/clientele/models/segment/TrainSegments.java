package io.clientele.models.segment;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;

import io.clientele.models.feature.AsOf;
import io.clientele.models.registry.Decimals;
import io.clientele.models.registry.Grade;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.Provenance;
import io.clientele.models.registry.RetrainingSpans;
import io.clientele.models.segment.cluster.Candidate;
import io.clientele.models.segment.cluster.FeatureScale;
import io.clientele.models.segment.cluster.SegmentIds;
import io.clientele.models.segment.cluster.SegmentModel;
import io.clientele.models.segment.cluster.SegmentTrainer;
import io.clientele.pipeline.Changes;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Reads;
import io.clientele.pipeline.TrainStep;
import io.clientele.pipeline.Trained;
import io.clientele.pipeline.Writes;
import io.clientele.warehouse.feature.FtrAsOf;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the customers' segments when there is no champion, or looks whether it still fits when it
 * became another {@code retrain_after_days} older since the night before.
 */
public final class TrainSegments implements TrainStep {
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
      return refused("there is no sale yet; load sales first.");
    }
    Optional<Trained.Model> champion = in.champion(FAMILY);
    if (champion.isPresent() && !isDue(in, champion.get(), asOf.get())) {
      return kept("the champion is recent");
    }
    FeatureRows rows = FeatureRows.of(features(in), in.run().seed());
    if (rows.count() < LEAST_CUSTOMERS) {
      return champion.isPresent()
          ? kept("the champion goes on: only " + rows.count() + " customers tonight")
          : refused(
              rows.count()
                  + " customers with a purchase; it needs "
                  + LEAST_CUSTOMERS
                  + ", load more. The segments by rule are there.");
    }
    return trained(in, asOf.get(), rows, champion);
  }

  private boolean isDue(Inputs in, Trained.Model champion, LocalDate asOf) {
    LocalDate trained = LocalDate.parse(Json.read(champion.cardJson(), SegmentCard.class).asOf());
    return spans.due(in, trained, asOf).isPresent();
  }

  private static Dataset<Row> features(Inputs in) {
    Column[] values =
        SegmentTrainer.FEATURES.stream()
            .map(name -> col(name).cast("double"))
            .toArray(Column[]::new);
    return AsOf.tonight(in, FtrCustomerRfm.TABLE.name())
        .select(col("customer_id").as("id"), array(values).as("x"));
  }

  private static Trained trained(
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
      return champion.isPresent() ? kept(outcome.reason()) : refused(outcome.reason() + ".");
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

  private static Trained kept(String reason) {
    return new Trained(FAMILY, Trained.Decision.KEPT, reason, Optional.empty());
  }

  private static Trained refused(String reason) {
    return new Trained(
        FAMILY, Trained.Decision.REFUSED, "Cannot find segments: " + reason, Optional.empty());
  }
}
