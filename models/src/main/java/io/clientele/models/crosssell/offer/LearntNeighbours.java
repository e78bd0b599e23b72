package io.clientele.models.crosssell.offer;

import java.util.stream.IntStream;

/**
 * What histories say of products: the strongest neighbours of each by the closed form, with the
 * counts that make a sentence of a weight.
 *
 * @param buyers customers who bought each item
 * @param items neighbours of each item, strongest first
 * @param weights their weights
 * @param together customers who bought both the item and the neighbour
 */
public record LearntNeighbours(int[] buyers, int[][] items, float[][] weights, int[][] together) {

  /** Learns from what histories hold before their split. */
  public static LearntNeighbours of(Histories histories, OfferOptions options) {
    int catalogue = Math.min(options.catalogue(), histories.dictionary().size());
    GramMatrix gram = GramMatrix.of(histories, catalogue);
    Neighbours ease = Ease.fit(gram, options.lambda(), options.neighbours());
    int[][] together =
        IntStream.range(0, catalogue)
            .mapToObj(
                item ->
                    IntStream.of(ease.items()[item])
                        .map(neighbour -> gram.count(item, neighbour))
                        .toArray())
            .toArray(int[][]::new);
    int[] buyers = IntStream.range(0, catalogue).map(gram::buyers).toArray();
    return new LearntNeighbours(buyers, ease.items(), ease.weights(), together);
  }

  /** As a model that scores. */
  public Neighbours model() {
    return new Neighbours(items, weights);
  }

  /** The baseline: what most customers have. */
  public OfferModel popularity() {
    return PlainOffers.popularity(buyers);
  }

  /** The baseline: what the customer himself buys most. */
  public static OfferModel ownFavourites() {
    return PlainOffers.ownFavourites();
  }
}
