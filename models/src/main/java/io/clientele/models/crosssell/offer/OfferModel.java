package io.clientele.models.crosssell.offer;

import java.io.Serializable;

/** Says how well each item suits a customer; the same for every customer with the same history. */
@FunctionalInterface
public interface OfferModel extends Serializable {
  /**
   * Scores what suits.
   *
   * @param owned item numbers bought, ascending
   * @param times baskets in which each was
   * @param scores takes them
   */
  void score(int[] owned, int[] times, Scores scores);
}
