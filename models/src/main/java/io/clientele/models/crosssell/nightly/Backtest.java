package io.clientele.models.crosssell.nightly;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.DaySpan;
import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.offer.Fusion;
import io.clientele.models.crosssell.offer.Histories;
import io.clientele.models.crosssell.offer.JudgeOffers;
import io.clientele.models.crosssell.offer.LearntNeighbours;
import io.clientele.models.crosssell.offer.Neighbours;
import io.clientele.models.crosssell.offer.OfferMeasures;
import io.clientele.models.crosssell.offer.OfferModel;
import io.clientele.models.crosssell.offer.OfferOptions;
import io.clientele.models.crosssell.offer.RuleOffers;
import io.clientele.models.crosssell.rule.SoundRule;
import io.clientele.models.registry.Grade;
import io.clientele.pipeline.Trained;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the recipe was worth: learnt before the held-out window, judged on what was bought in it.
 * There is no choice between models here, so nothing is chosen on the window that judges.
 *
 * @param newProducts measures by model, products counted that the customer did not have
 * @param allProducts the same with products that the customer had
 * @param survived by rule id, of the rules found before the window: whether each held in it
 */
record Backtest(
    Map<String, OfferMeasures> newProducts,
    Map<String, OfferMeasures> allProducts,
    Map<String, Boolean> survived) {

  static Backtest of(
      Dataset<Row> lines, Baskets baskets, Window window, Optional<Trained.Model> champion) {
    Baskets earlier = baskets.within(DaySpan.before(window.heldOut()));
    List<SoundRule> rules = RuleSearch.of(earlier, window.earlierLastQuarter());
    List<Boolean> held = RuleSearch.holds(rules, baskets.since(window.heldOut()));
    Map<String, Boolean> survived = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      survived.put(RuleIds.of(rules.get(i).rule(), baskets.dictionary()), held.get(i));
    }
    Dictionary dictionary = baskets.dictionary().orderedBy(earlier.tally().itemCounts());
    // Bought before the window and known in it: neither history nor something bought later.
    Dataset<Row> told =
        lines.where(
            not(
                col("sold_on")
                    .lt(lit(window.heldOut()))
                    .and(col("day").geq(lit(window.heldOut())))));
    try (Histories histories = Histories.of(told, dictionary, window.heldOut())) {
      RuleOffers offers =
          new RuleOffers(
              rules.stream()
                  .map(rule -> rule.rule().renumbered(baskets.dictionary(), dictionary))
                  .toList(),
              dictionary.size());
      Map<String, OfferModel> models = models(histories, offers, dictionary.size());
      Champion.model(champion, dictionary, window.heldOut())
          .ifPresent(model -> models.put(CrossSellCard.CHAMPION, model));
      return new Backtest(
          JudgeOffers.judge(histories, models, true),
          JudgeOffers.judge(histories, models, false),
          survived);
    }
  }

  private static Map<String, OfferModel> models(Histories histories, RuleOffers rules, int items) {
    LearntNeighbours learnt = LearntNeighbours.of(histories, OfferOptions.defaults());
    Neighbours neighbours = learnt.model();
    Map<String, OfferModel> models = new LinkedHashMap<>();
    models.put(CrossSellCard.OFFERS, Fusion.model(neighbours, rules, items));
    models.put(CrossSellCard.HISTORIES, neighbours);
    models.put(CrossSellCard.RULES, rules);
    models.put(CrossSellCard.POPULARITY, learnt.popularity());
    models.put(CrossSellCard.OWN_FAVOURITES, LearntNeighbours.ownFavourites());
    return models;
  }

  /** Customers judged. */
  long customers() {
    return newProducts.get(CrossSellCard.OFFERS).customers();
  }

  Grade grade() {
    return Grade.of(
        newProducts.get(CrossSellCard.OFFERS).hit(),
        newProducts.get(CrossSellCard.POPULARITY).hit());
  }
}
