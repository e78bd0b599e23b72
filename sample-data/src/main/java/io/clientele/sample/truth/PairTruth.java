package io.clientele.sample.truth;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Product;
import io.clientele.sample.people.Baskets;
import io.clientele.sample.retailer.Retailer;
import java.util.List;

/** Which articles are bought together more often than chance would have it. */
public final class PairTruth {
  private PairTruth() {}

  /** Writes product-pairs.csv. */
  public static void write(Retailer retailer, PlantedTruth truth) {
    try (ExtractFile file = truth.open("product-pairs", "bought", "often_with", "chance_added")) {
      for (Product product : retailer.catalogue().products()) {
        if (product.companion() > 0) {
          Product companion = retailer.catalogue().product(product.companion());
          file.write(
              List.of(product.sku(), companion.sku(), Double.toString(Baskets.WITH_COMPANION)));
        }
      }
    }
  }
}
