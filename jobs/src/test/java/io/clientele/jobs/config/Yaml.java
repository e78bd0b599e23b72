package io.clientele.jobs.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration files for tests. */
public final class Yaml {
  /** A source that maps what every sales line must have; 14 lines. */
  public static final String SALES =
      """
      sources:
        webshop:
          folder: extracts
          entities:
            lines:
              entity: sales_line
              files: "lines_*.csv"
              map:
                order_id: OrderNo
                ordered_at: OrderedAt
                product_id: Sku
                quantity: Qty
                unit_price: Price
                source_customer_id: Customer
      """;

  private Yaml() {}

  public static Path file(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("clientele.yaml"), text);
  }
}
