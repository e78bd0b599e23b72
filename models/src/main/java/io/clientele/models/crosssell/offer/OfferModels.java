package io.clientele.models.crosssell.offer;

import io.clientele.models.crosssell.rule.AssociationRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The candidates and baselines of offers, fitted on what histories hold before their split. */
public final class OfferModels {
  public static final String EASE = "ease";
  public static final String ITEM_COSINE = "item_cosine";
  public static final String RULES = "association_rules";
  public static final String POPULARITY = "popularity";
  public static final String OWN_FAVOURITES = "own_favourites";

  /** What may rank products that are new to a customer; the others are baselines. */
  private static final Set<String> CANDIDATES = Set.of(EASE, ITEM_COSINE, RULES);

  private OfferModels() {}

  /**
   * Fits them all.
   *
   * @param rules rules by the numbers of the histories' dictionary, from before the split
   */
  public static Map<String, OfferModel> fit(
      Histories histories, List<AssociationRule> rules, OfferOptions options) {
    int items = histories.dictionary().size();
    GramMatrix gram = GramMatrix.of(histories, Math.min(options.catalogue(), items));
    int[] buyers = IntStream.range(0, gram.size()).map(gram::buyers).toArray();
    Map<String, OfferModel> models = new LinkedHashMap<>();
    models.put(EASE, Ease.fit(gram, options.lambda(), options.neighbours()));
    models.put(ITEM_COSINE, ItemCosine.fit(gram, options.neighbours()));
    models.put(RULES, new RuleOffers(rules, items));
    models.put(POPULARITY, PlainOffers.popularity(buyers));
    models.put(OWN_FAVOURITES, PlainOffers.ownFavourites());
    return models;
  }

  /**
   * The best by NDCG on a window that is not the test's.
   *
   * @param newOnly whether baselines are no candidates: a best-seller is no offer for somebody
   */
  public static String best(Map<String, OfferMeasures> measures, boolean newOnly) {
    return measures.entrySet().stream()
        .filter(each -> !newOnly || CANDIDATES.contains(each.getKey()))
        .max(Map.Entry.comparingByValue((a, b) -> Double.compare(a.ndcg(), b.ndcg())))
        .orElseThrow()
        .getKey();
  }
}
