package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.offer.OfferMeasures;
import io.clientele.models.registry.Grade;
import io.clientele.models.registry.Provenance;
import java.util.Map;

/**
 * What is to be known of rules and offers before they are believed. Dates are ISO texts.
 *
 * @param asOf as-of date of the training
 * @param historyFrom first business date considered
 * @param heldOutFrom what is judged saw nothing from this date on
 * @param baskets baskets in the window, of them with two products or more
 * @param lines what was read
 * @param rules what the tests kept
 * @param newProducts how well offers met the new products that were then bought, by model
 * @param allProducts the same with products that the customer had before
 * @param grade share of customers with a hit among ten offers, against the best-sellers'
 * @param settings by name
 * @param replaced version before; null = there was none
 * @param reason why it replaced it, or not
 */
public record CrossSellCard(
    String family,
    String version,
    String asOf,
    String historyFrom,
    String heldOutFrom,
    Baskets baskets,
    Lines lines,
    Rules rules,
    Map<String, OfferMeasures> newProducts,
    Map<String, OfferMeasures> allProducts,
    Grade grade,
    Map<String, String> settings,
    String replaced,
    String reason,
    Provenance provenance) {
  /** Rules and histories together: what is offered. */
  public static final String OFFERS = "rules_and_histories";

  static final String HISTORIES = "histories_alone";
  static final String RULES = "rules_alone";

  /** The plain rule beside it. */
  public static final String POPULARITY = "best_sellers";

  /** Of the model that it challenges, where that had not seen the held-out window. */
  static final String CHAMPION = "champion";

  static final String OWN_FAVOURITES = "own_favourites";

  /** Baskets of the window, and those with two products or more. */
  public record Baskets(long all, long withSeveral, int products) {}

  /**
   * Sales lines of the window.
   *
   * @param kept purchases that stood
   * @param knownLate of them known only after the night of their day; they count from then on
   */
  public record Lines(long kept, long knownLate) {}

  /**
   * Rules.
   *
   * @param found on the whole window
   * @param foundBefore before the held-out window
   * @param survived of these still true in it
   */
  public record Rules(int found, int foundBefore, int survived) {}

  public OfferMeasures offers() {
    return newProducts.get(OFFERS);
  }

  public OfferMeasures popularity() {
    return newProducts.get(POPULARITY);
  }
}
