package io.clientele.models.crosssell.nightly;

import static org.apache.spark.sql.functions.col;

import io.clientele.models.crosssell.basket.Dictionary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Name of each product and whether it is still sold; one row per product reaches the driver. */
final class ProductSheet {
  private static final int LATELY_DAYS = 90;

  private ProductSheet() {}

  /**
   * The first products of the dictionary.
   *
   * @param lines columns {@code item}, {@code sold_on}
   * @param products dim_product
   */
  static List<CrossSellArtifact.Item> of(
      Dataset<Row> lines, Dataset<Row> products, Dictionary dictionary, int count, LocalDate asOf) {
    Map<String, CrossSellArtifact.Item> known = new HashMap<>();
    lines
        .groupBy("item")
        .agg(org.apache.spark.sql.functions.max("sold_on").as("last_day"))
        .join(
            products.where("is_current").select(col("product_id").as("item"), col("product_name")),
            new String[] {"item"},
            "left")
        .selectExpr(
            "item",
            "coalesce(product_name, item)",
            "last_day >= date'" + asOf.minusDays(LATELY_DAYS) + "'")
        .collectAsList()
        .forEach(
            row ->
                known.put(
                    row.getString(0),
                    new CrossSellArtifact.Item(
                        row.getString(0), row.getString(1), row.getBoolean(2))));
    List<CrossSellArtifact.Item> items = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      items.add(known.get(dictionary.item(number)));
    }
    return items;
  }
}
