package io.clientele.models.churn;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.clientele.models.evaluation.TimeSplit;
import io.clientele.models.feature.CustomerDays;
import io.clientele.models.registry.Grade;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.ModelCard;
import io.clientele.models.registry.Promotion;
import io.clientele.models.registry.Provenance;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.feature.FtrCustomerState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One training, from purchase days to a decision.
 *
 * <ol>
 *   <li>Refuse what cannot work.
 *   <li>Rows of several training dates and of the held-out date; the leak guard's verdict on each.
 *   <li>Penalty by folds of training customers; fit; calibration on the newest closed window.
 *   <li>Judge beside the plain rule and the champion; promote or keep.
 * </ol>
 */
final class ChurnTraining {
  private static final int ROWS_PER_PARTITION = 250_000;
  private static final int MIN_PARTITIONS = 4;

  private final Inputs in;
  private final ChurnOptions options;
  private final LocalDate asOf;
  private final Dataset<Row> tonight;
  private final Readiness readiness;
  private final TimeSplit split;

  ChurnTraining(
      Inputs in, ChurnOptions options, LocalDate asOf, Dataset<Row> tonight, Readiness readiness) {
    this.in = in;
    this.options = options;
    this.asOf = asOf;
    this.tonight = tonight;
    this.readiness = readiness;
    this.split =
        TimeSplit.at(asOf, options.horizonDays(), options.trainingCutOffs(), options.spacingDays());
  }

  Trained run(String due, Optional<Trained.Model> champion) {
    Optional<String> refusal = readiness.refusal(options);
    if (refusal.isPresent()) {
      return TrainChurn.refusing(refusal.get());
    }
    Dataset<Row> days =
        CustomerDays.of(
            in.current(FtrCustomerState.TABLE.name()), in.current(BrgCustomerRecord.TABLE.name()));
    Dataset<Row> rows = TrainingRows.of(days, split, in.run()).persist();
    try {
      return train(rows, due, champion);
    } finally {
      rows.unpersist();
    }
  }

  private Trained train(Dataset<Row> rows, String due, Optional<Trained.Model> champion) {
    TrainingSummary summary = TrainingSummary.of(rows);
    Optional<String> refusal = Readiness.refusal(summary, options);
    if (refusal.isPresent()) {
      return TrainChurn.refusing(refusal.get());
    }
    List<TrainingSummary.Input> inputs = summary.varying();
    Sample sample =
        Sample.of(
            rows, inputs, summary.trainingRows() + summary.heldOutRows(), options.sampleRows());
    double penalty = PenaltyChoice.choose(sample.training(), inputs, options.penalties());
    ChurnArtifact fitted = fit(rows, summary, sample.training(), penalty);
    ChurnCandidate candidate =
        ChurnCandidate.judge(
            fitted,
            rows,
            sample.heldOut(),
            champion.map(model -> ChurnArtifact.parse(model.artifactJson())));
    return decide(candidate, summary, penalty, due, champion);
  }

  private ChurnArtifact fit(
      Dataset<Row> rows, TrainingSummary summary, Sample sample, double penalty) {
    return sample.size() == summary.trainingRows()
        ? ChurnFit.onDriver(sample, summary.varying(), penalty, options.horizonDays())
        : ChurnFit.onCluster(
            rows.where(not(col("is_held_out"))),
            summary.varying(),
            penalty,
            partitions(summary),
            options.horizonDays());
  }

  private Trained decide(
      ChurnCandidate candidate,
      TrainingSummary summary,
      double penalty,
      String due,
      Optional<Trained.Model> champion) {
    Promotion promotion = Promotion.decide(candidate.model(), candidate.champion());
    String artifact = candidate.artifact().toJson();
    String version = TrainChurn.FAMILY + "-" + asOf + "-" + shortHash(artifact);
    ModelCard card =
        new ModelCard(
            TrainChurn.FAMILY,
            version,
            asOf.toString(),
            window(summary),
            settings(penalty),
            Provenance.here(in.run(), partitions(summary)),
            candidate.model(),
            candidate.baseline(),
            Grade.of(candidate.model().rocAuc(), candidate.baseline().ranking().rocAuc()),
            new ModelCard.Replaced(
                champion.map(Trained.Model::version).orElse(null),
                candidate.champion().orElse(null),
                promotion.reason()),
            candidate.backtest(),
            reference(candidate.artifact()));
    return new Trained(
        TrainChurn.FAMILY,
        promotion.isPromoted() ? Trained.Decision.PROMOTED : Trained.Decision.KEPT,
        due + "; " + promotion.reason(),
        Optional.of(new Trained.Model(version, artifact, Json.write(card))));
  }

  private List<ModelCard.Distribution> reference(ChurnArtifact artifact) {
    Sample sample =
        ChurnDrift.sample(
            tonight, artifact, readiness.customers(), in.run().seed(), options.sampleRows());
    return ChurnDrift.distributions(artifact, sample);
  }

  private ModelCard.Window window(TrainingSummary summary) {
    return new ModelCard.Window(
        readiness.firstPurchase(asOf).toString(),
        split.training().stream().map(LocalDate::toString).toList(),
        split.heldOut().toString(),
        summary.trainingRows(),
        summary.trainingPositives(),
        summary.heldOutRows(),
        summary.heldOutPositives());
  }

  private Map<String, String> settings(double penalty) {
    return new TreeMap<>(
        Map.of(
            "horizon_days", String.valueOf(options.horizonDays()),
            "penalty", String.valueOf(penalty),
            "penalties", options.penalties().toString(),
            "spacing_days", String.valueOf(options.spacingDays()),
            "sample_rows", String.valueOf(options.sampleRows()),
            "min_customers", String.valueOf(options.minCustomers())));
  }

  private static int partitions(TrainingSummary summary) {
    return (int) Math.max(MIN_PARTITIONS, summary.trainingRows() / ROWS_PER_PARTITION);
  }

  private static String shortHash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot hash a model: this Java has no SHA-256.", e);
    }
  }
}
