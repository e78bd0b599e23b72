package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.offer.OfferMeasures;
import java.util.Locale;
import java.util.Optional;

/**
 * Champion against challenger on the newest held-out window, by the share of customers with a hit.
 * A champion that was trained inside that window has seen what judges it: then the challenger, the
 * same recipe with newer baskets, is taken unless it is no better than the best-sellers.
 *
 * @param isPromoted whether the challenger scores from now on
 * @param reason why, in words
 */
record Challenge(boolean isPromoted, String reason) {

  static Challenge decide(Backtest backtest, boolean hasChampion) {
    OfferMeasures offers = backtest.newProducts().get(CrossSellCard.OFFERS);
    OfferMeasures popular = backtest.newProducts().get(CrossSellCard.POPULARITY);
    String figures =
        String.format(
            Locale.ROOT,
            "%.1f %% of %,d customers then bought one of ten offers new to them, of ten best-sellers"
                + " %.1f %%",
            100 * offers.hit(),
            offers.customers(),
            100 * popular.hit());
    if (!hasChampion) {
      return new Challenge(true, "the first model of the family: " + figures);
    }
    Optional<OfferMeasures> champion =
        Optional.ofNullable(backtest.newProducts().get(CrossSellCard.CHAMPION));
    if (champion.isPresent()) {
      boolean isBetter = offers.hit() > champion.get().hit();
      return new Challenge(
          isBetter,
          String.format(
              Locale.ROOT,
              "%s: %s, of the champion's offers %.1f %%",
              isBetter ? "better than the champion" : "not better",
              figures,
              100 * champion.get().hit()));
    }
    boolean isUseful = offers.hit() > popular.hit();
    return new Challenge(
        isUseful,
        (isUseful
                ? "newer baskets, the champion has seen the window that judges: "
                : "the champion goes on, newer baskets do not beat the best-sellers: ")
            + figures);
  }
}
