package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.offer.Fusion;
import io.clientele.models.crosssell.offer.LearntNeighbours;
import io.clientele.models.crosssell.offer.RuleOffers;
import io.clientele.models.registry.Json;
import java.util.List;

/**
 * Everything that making offers needs. It grows with the range, not with the customers.
 *
 * @param asOf as-of date of the training
 * @param historyFrom purchases before this day are not considered
 * @param items the products by number
 * @param neighbours what histories say of the first of them
 * @param rules what baskets say, by item numbers
 */
record CrossSellArtifact(
    String asOf,
    String historyFrom,
    List<Item> items,
    LearntNeighbours neighbours,
    List<MinedRule> rules) {

  /**
   * A product.
   *
   * @param id product code
   * @param name as customers read it
   * @param isSold whether anybody bought it lately
   */
  record Item(String id, String name, boolean isSold) {}

  String toJson() {
    return Json.write(this);
  }

  static CrossSellArtifact parse(String json) {
    return Json.read(json, CrossSellArtifact.class);
  }

  /** Ranks products for one customer after another. */
  Fusion fusion() {
    return new Fusion(
        neighbours.model(),
        new RuleOffers(rules.stream().map(MinedRule::rule).toList(), items.size()),
        items.size());
  }
}
