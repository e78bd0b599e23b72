package io.clientele.models.crosssell.offer;

/** Item-kNN: histories with both items over those with either, drawn to 0 where they are few. */
final class ItemCosine {
  private static final double SHRINKAGE = 20;

  private ItemCosine() {}

  static Neighbours fit(GramMatrix gram, int perItem) {
    return Neighbours.strongest(
        gram.size(),
        perItem,
        (i, j) ->
            gram.count(i, j) / (Math.sqrt((double) gram.buyers(i) * gram.buyers(j)) + SHRINKAGE));
  }
}
