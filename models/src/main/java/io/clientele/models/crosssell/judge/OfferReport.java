package io.clientele.models.crosssell.judge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.DaySpan;
import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.offer.Histories;
import io.clientele.models.crosssell.offer.JudgeOffers;
import io.clientele.models.crosssell.offer.OfferMeasures;
import io.clientele.models.crosssell.offer.OfferModel;
import io.clientele.models.crosssell.offer.OfferModels;
import io.clientele.models.crosssell.offer.OfferOptions;
import io.clientele.models.crosssell.offer.RepurchaseRhythm;
import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.models.crosssell.rule.RuleOptions;
import io.clientele.models.crosssell.rule.SoundRules;
import io.clientele.models.registry.Decimals;
import io.clientele.models.registry.Grade;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Offers judged on held-out time. Which model makes them is chosen on the last tenth of the time
 * before it; then all are fitted anew on everything before the split.
 */
final class OfferReport {
  private static final int MIN_CUSTOMERS = 50;
  private static final int CHOOSING_ITEMS = 2000;

  private final Dataset<Row> lines;
  private final Baskets baskets;
  private final TimeSpan training;
  private final LocalDate end;
  private final CrossSellOptions options;
  private final List<String> warnings;

  /**
   * For offers made at the split.
   *
   * @param time all days of the log
   * @param split first day that is held out
   */
  OfferReport(
      Dataset<Row> lines,
      Baskets baskets,
      TimeSpan time,
      LocalDate split,
      CrossSellOptions options,
      List<String> warnings) {
    this.lines = lines;
    this.baskets = baskets;
    this.training = time.until(split);
    this.end = time.last();
    this.options = options;
    this.warnings = warnings;
  }

  /** The keys of {@code offers}; null when too few customers can be judged. */
  Map<String, Object> keys() {
    LocalDate split = training.last();
    Dataset<Row> before = lines.where(col("day").lt(lit(split)));
    OfferOptions settings = OfferOptions.defaults();
    Judged chosen = judge(before, training.lastTenth(), settings.upTo(CHOOSING_ITEMS));
    Judged judged = judge(lines, split, settings);
    long customers = judged.newOnly().get(OfferModels.POPULARITY).customers();
    if (Math.min(customers, chosen.newOnly().get(OfferModels.POPULARITY).customers())
        < MIN_CUSTOMERS) {
      warnings.add(
          "offers: null, fewer than "
              + MIN_CUSTOMERS
              + " customers bought before and something new after "
              + training.lastTenth()
              + " or "
              + split);
      return null;
    }
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("held_out_from", split.toString());
    keys.put("new_only", keys(judged.newOnly(), OfferModels.best(chosen.newOnly(), true)));
    keys.put("all_products", keys(judged.all(), OfferModels.best(chosen.all(), false)));
    keys.put("repurchase", repurchase(split));
    return keys;
  }

  /** Whether what was due by the customer's own rhythm was bought. */
  private Map<String, Object> repurchase(LocalDate split) {
    RepurchaseRhythm.Accuracy accuracy = RepurchaseRhythm.judge(lines, split, end);
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("due", accuracy.due());
    keys.put("bought_when_due", accuracy.boughtWhenDue());
    keys.put("bought_otherwise", accuracy.boughtOtherwise());
    return keys;
  }

  private Judged judge(Dataset<Row> known, LocalDate split, OfferOptions settings) {
    Baskets earlier = baskets.within(DaySpan.before(split));
    Dictionary dictionary = baskets.dictionary().orderedBy(earlier.tally().itemCounts());
    List<AssociationRule> rules =
        LivingRules.of(
                SoundRules.of(
                    RuleReport.mine(earlier, options, warnings),
                    RuleOptions.ofConfidence(options.minConfidence())),
                earlier,
                Optional.of(training.until(split)))
            .stream()
            .map(rule -> rule.rule().renumbered(baskets.dictionary(), dictionary))
            .toList();
    try (Histories histories = Histories.of(known, dictionary, split)) {
      Map<String, OfferModel> models = OfferModels.fit(histories, rules, settings);
      return new Judged(
          JudgeOffers.judge(histories, models, true), JudgeOffers.judge(histories, models, false));
    }
  }

  private static Map<String, Object> keys(Map<String, OfferMeasures> measures, String champion) {
    Map<String, Object> keys = new LinkedHashMap<>();
    Map<String, Object> first = keys(measures.get(champion));
    first.put("model", champion);
    first.put(
        "grade",
        Grade.of(measures.get(champion).hit(), measures.get(OfferModels.POPULARITY).hit()).name());
    keys.put("champion", first);
    measures.forEach((name, each) -> keys.put(name, keys(each)));
    return keys;
  }

  private static Map<String, Object> keys(OfferMeasures measures) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("hit_at_10", Decimals.nine(measures.hit()));
    keys.put("ndcg_at_10", Decimals.nine(measures.ndcg()));
    keys.put("recall_at_10", Decimals.nine(measures.recall()));
    keys.put("coverage_at_10", Decimals.nine(measures.coverage()));
    keys.put("customers", measures.customers());
    return keys;
  }

  private record Judged(Map<String, OfferMeasures> newOnly, Map<String, OfferMeasures> all) {}
}
