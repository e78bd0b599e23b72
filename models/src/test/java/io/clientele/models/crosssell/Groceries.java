package io.clientele.models.crosssell;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.testkit.SharedData;
import io.clientele.testkit.TestSpark;

/** arules' Groceries: 9,835 baskets of 169 items. */
final class Groceries {
  private Groceries() {}

  static Baskets baskets() {
    return Baskets.of(
        TestSpark.session()
            .read()
            .text(SharedData.file("groceries_arules/groceries_baskets.csv").toString())
            .selectExpr(
                "string(monotonically_increasing_id()) as basket", "split(value, ',') as items")
            .selectExpr("basket", "explode(items) as item", "cast(null as date) as day"));
  }
}
