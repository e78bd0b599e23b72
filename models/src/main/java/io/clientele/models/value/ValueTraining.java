package io.clientele.models.value;

import static org.apache.spark.sql.functions.lit;

import io.clientele.models.feature.AsOf;
import io.clientele.models.registry.Decimals;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.Provenance;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One training: candidates are fitted on what was known some time ago and judged by what came until
 * tonight; the best is fitted again on everybody.
 */
final class ValueTraining {
  private static final int HORIZON_DAYS = 365;
  private static final int LEAST_CUSTOMERS = 300;
  private static final int LEAST_REPEATERS = 50;
  private static final int LEAST_HISTORY_DAYS = 120;

  private final Inputs in;
  private final LocalDate asOf;
  private final Dataset<Row> tonight;

  ValueTraining(Inputs in, LocalDate asOf) {
    this.in = in;
    this.asOf = asOf;
    this.tonight = AsOf.tonight(in, FtrCustomerChurn.TABLE.name());
  }

  Trained run(Optional<Trained.Model> champion) {
    Histories everybody = HistoryColumns.counted(tonight, lit(0)).histories();
    Optional<String> refusal = refusal(everybody);
    if (refusal.isPresent()) {
      return TrainValue.refusing(refusal.get());
    }
    return fitted(everybody, champion);
  }

  private Trained fitted(Histories everybody, Optional<Trained.Model> champion) {
    long known = Math.round(everybody.longestAge() * ValueArtifact.WEEK_DAYS) + 1;
    LocalDate heldOut = asOf.minusDays(Math.min(HORIZON_DAYS, known / 2));
    PastCustomers past = PastCustomers.of(in, heldOut, asOf);
    Judged judged = past.judged();
    ModelFit fit = ModelFit.of(judged.champion(), everybody);
    ValueArtifact artifact =
        artifact(fit, HistoryColumns.spends(tonight), HORIZON_DAYS, past.band(judged.champion()));
    String json = artifact.toJson();
    String version = TrainValue.FAMILY + "-" + asOf + "-" + Integer.toHexString(json.hashCode());
    ValueCard card =
        new ValueCard(
            TrainValue.FAMILY,
            version,
            asOf.toString(),
            asOf.minusDays(known).toString(),
            heldOut.toString(),
            Math.round(everybody.customers()),
            judged.customers(),
            judged.champion(),
            judged.errors(),
            judged.baselineError(),
            judged.sumRatio(),
            ValueCard.grade(judged.errors().get(judged.champion()), judged.baselineError()),
            fit.isDegenerate(),
            rounded(fit.parameters()),
            rounded(fit.standardErrors()),
            past.leaks(),
            champion.map(Trained.Model::version).orElse(null),
            Provenance.here(in.run(), 1));
    return new Trained(
        TrainValue.FAMILY,
        Trained.Decision.PROMOTED,
        judged.reason() + (fit.isDegenerate() ? "; no drop-out seen, the NBD predicts" : ""),
        Optional.of(new Trained.Model(version, json, Json.write(card))));
  }

  private static Optional<String> refusal(Histories everybody) {
    double repeaters = 0;
    for (int i = 0; i < everybody.size(); i++) {
      repeaters += everybody.repeats()[i] > 0 ? everybody.weights()[i] : 0;
    }
    if (everybody.customers() < LEAST_CUSTOMERS || repeaters < LEAST_REPEATERS) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "Cannot fit customer value: %.0f customers, %.0f of them bought twice; it needs %d"
                  + " and %d, load more history.",
              everybody.customers(),
              repeaters,
              LEAST_CUSTOMERS,
              LEAST_REPEATERS));
    }
    double days = everybody.longestAge() * ValueArtifact.WEEK_DAYS + 1;
    return days >= LEAST_HISTORY_DAYS
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "Cannot fit customer value: %.0f days of history; it needs %d, load more.",
                days,
                LEAST_HISTORY_DAYS));
  }

  static ValueArtifact artifact(ModelFit fit, Spends spends, int horizonDays, SpendBand band) {
    boolean isSpendFitted = spends.customers() >= LEAST_REPEATERS;
    SpendFit spend = isSpendFitted ? SpendFit.of(spends) : null;
    Map<String, Double> parameters =
        fit.model() instanceof PoissonGamma nbd
            ? ModelFit.named(List.of("r", "alpha"), new double[] {nbd.r(), nbd.alpha()})
            : fit.parameters();
    return new ValueArtifact(
        fit.isDegenerate() ? "nbd" : fit.name(),
        rounded(parameters),
        spend == null || spend.isDegenerate() ? Map.of() : rounded(spend.parameters()),
        spends.size() == 0 ? 0 : Decimals.six(spends.mean()),
        horizonDays,
        band);
  }

  private static Map<String, Double> rounded(Map<String, Double> values) {
    Map<String, Double> rounded = new LinkedHashMap<>();
    values.forEach((name, value) -> rounded.put(name, value.isNaN() ? null : Decimals.nine(value)));
    return rounded;
  }
}
