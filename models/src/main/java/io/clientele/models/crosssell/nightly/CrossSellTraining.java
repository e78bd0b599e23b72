package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.offer.Histories;
import io.clientele.models.crosssell.offer.LearntNeighbours;
import io.clientele.models.crosssell.offer.OfferOptions;
import io.clientele.models.crosssell.rule.SoundRule;
import io.clientele.models.feature.AsOf;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.Provenance;
import io.clientele.pipeline.Inputs;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.dimension.BrgCustomerRecord;
import io.clientele.warehouse.dimension.DimProduct;
import io.clientele.warehouse.fact.FctSales;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * One training.
 *
 * <ol>
 *   <li>Refuse what cannot work, before a sales line is read.
 *   <li>Judge: rules and histories from before the held-out window, against what was bought in it.
 *   <li>Fit both on the whole window; the artifact is what scores.
 * </ol>
 */
final class CrossSellTraining {
  private static final int WINDOW_DAYS = 730;
  private static final int LEAST_SEVERAL = 200;
  private static final int LEAST_JUDGED = 50;

  private final Inputs in;
  private final LocalDate asOf;

  CrossSellTraining(Inputs in, LocalDate asOf) {
    this.in = in;
    this.asOf = asOf;
  }

  Trained run(Optional<Trained.Model> champion) {
    Enough enough = Enough.of(AsOf.tonight(in, FtrCustomerChurn.TABLE.name()));
    Optional<String> refusal = enough.refusal();
    if (refusal.isPresent()) {
      return TrainCrossSell.refusing(refusal.get());
    }
    Window window = Window.of(asOf, Math.min(WINDOW_DAYS, enough.historyDays()));
    Dataset<Row> lines =
        SalesLines.asKnown(
                SalesLines.of(
                    in.current(FctSales.TABLE.name()),
                    in.current(BrgCustomerRecord.TABLE.name()),
                    window.from()),
                asOf,
                in.run().companyZone())
            .persist(StorageLevel.MEMORY_AND_DISK());
    try (Baskets baskets = Baskets.of(lines)) {
      return train(lines, baskets, window, champion);
    } finally {
      lines.unpersist(false);
    }
  }

  private Trained train(
      Dataset<Row> lines, Baskets baskets, Window window, Optional<Trained.Model> champion) {
    long several =
        baskets.tally().basketsBySize().tailMap(2).values().stream()
            .mapToLong(Integer::longValue)
            .sum();
    if (several < LEAST_SEVERAL) {
      return TrainCrossSell.refusing(
          Enough.refuse(
                  "%,d baskets of %,d hold two products or more; it needs %d",
                  several, baskets.size(), LEAST_SEVERAL)
              .orElseThrow());
    }
    Backtest backtest = Backtest.of(lines, baskets, window, champion);
    if (backtest.customers() < LEAST_JUDGED) {
      return TrainCrossSell.refusing(
          Enough.refuse(
                  "%d customers bought something new from %s on, too few to judge offers by; it"
                      + " needs %d",
                  backtest.customers(), window.heldOut(), LEAST_JUDGED)
              .orElseThrow());
    }
    Fitted fitted = fitted(lines, baskets, window, backtest);
    return decided(fitted, lines, baskets, window, several, backtest, champion);
  }

  /** What scores: fitted on everything, with what the judging said of its rules. */
  private record Fitted(CrossSellArtifact artifact, String json) {}

  private Fitted fitted(Dataset<Row> lines, Baskets baskets, Window window, Backtest backtest) {
    Dictionary dictionary = baskets.dictionary();
    List<SoundRule> sound = RuleSearch.of(baskets, window.lastQuarter());
    List<MinedRule> rules =
        sound.stream()
            .map(
                rule -> {
                  String id = RuleIds.of(rule.rule(), dictionary);
                  return MinedRule.of(rule, id, backtest.survived().get(id));
                })
            // What was found before and did not hold when it was tested is no rule.
            .filter(rule -> !Boolean.FALSE.equals(rule.survived()))
            .toList();
    try (Histories histories = Histories.of(lines, dictionary, asOf)) {
      LearntNeighbours learnt = LearntNeighbours.of(histories, OfferOptions.defaults());
      int named =
          rules.stream()
              .mapToInt(
                  rule ->
                      Math.max(rule.consequent(), rule.antecedent()[rule.antecedent().length - 1]))
              .reduce(learnt.items().length - 1, Math::max);
      CrossSellArtifact artifact =
          new CrossSellArtifact(
              asOf.toString(),
              window.from().toString(),
              ProductSheet.of(
                  lines, in.current(DimProduct.TABLE.name()), dictionary, named + 1, asOf),
              learnt,
              rules);
      return new Fitted(artifact, artifact.toJson());
    }
  }

  private Trained decided(
      Fitted fitted,
      Dataset<Row> lines,
      Baskets baskets,
      Window window,
      long several,
      Backtest backtest,
      Optional<Trained.Model> champion) {
    Challenge challenge = Challenge.decide(backtest, champion.isPresent());
    String version =
        TrainCrossSell.FAMILY + "-" + asOf + "-" + Integer.toHexString(fitted.json().hashCode());
    Row counts = lines.selectExpr("count(1)", "count_if(is_late)").first();
    CrossSellCard card =
        new CrossSellCard(
            TrainCrossSell.FAMILY,
            version,
            asOf.toString(),
            window.from().toString(),
            window.heldOut().toString(),
            new CrossSellCard.Baskets(baskets.size(), several, baskets.dictionary().size()),
            new CrossSellCard.Lines(counts.getLong(0), counts.getLong(1)),
            new CrossSellCard.Rules(
                fitted.artifact().rules().size(),
                backtest.survived().size(),
                (int) backtest.survived().values().stream().filter(held -> held).count()),
            backtest.newProducts(),
            backtest.allProducts(),
            backtest.grade(),
            settings(),
            champion.map(Trained.Model::version).orElse(null),
            challenge.reason(),
            Provenance.here(in.run(), 1));
    return new Trained(
        TrainCrossSell.FAMILY,
        challenge.isPromoted() ? Trained.Decision.PROMOTED : Trained.Decision.KEPT,
        challenge.reason(),
        Optional.of(new Trained.Model(version, fitted.json(), Json.write(card))));
  }

  private static Map<String, String> settings() {
    OfferOptions options = OfferOptions.defaults();
    return new TreeMap<>(
        Map.of(
            "rules", RuleSearch.inWords(),
            "catalogue", String.valueOf(options.catalogue()),
            "lambda", String.valueOf(options.lambda()),
            "neighbours", String.valueOf(options.neighbours())));
  }
}
