package io.clientele.models.crosssell.offer;

/**
 * Settings of the item-to-item models.
 *
 * @param catalogue items at most, the most bought first; the closed form costs their cube
 * @param lambda penalty of the closed form, in histories
 * @param neighbours neighbours kept of each item
 */
public record OfferOptions(int catalogue, double lambda, int neighbours) {
  public OfferOptions {
    if (catalogue < 2 || catalogue > 10_000 || !(lambda > 0) || neighbours < 1) {
      throw new IllegalArgumentException(
          "Cannot fit offers with catalogue "
              + catalogue
              + ", lambda "
              + lambda
              + ", neighbours "
              + neighbours
              + ": the catalogue must have 2 to 10,000 items, the others be above 0; correct"
              + " them.");
    }
  }

  /** The same with a smaller catalogue: enough to choose between models. */
  public OfferOptions upTo(int items) {
    return new OfferOptions(Math.min(catalogue, items), lambda, neighbours);
  }

  /** 4,000 items, penalty 200, 50 neighbours: as the published comparison. */
  public static OfferOptions defaults() {
    return new OfferOptions(4_000, 200, 50);
  }
}
