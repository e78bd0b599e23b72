package io.clientele.benchmarks;

import io.clientele.jobs.spark.SparkSessions;
import io.clientele.jobs.spark.Workload;
import io.clientele.models.crosssell.basket.Baskets;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** UCI Online Retail as baskets: purchases of products, all customers. */
final class OnlineRetail {
  private OnlineRetail() {}

  static SparkSession session() {
    return SparkSessions.start(
        "local[*]", Path.of(System.getProperty("java.io.tmpdir")), Workload.LARGE);
  }

  /** 19,773 baskets; codes that are no product (postage, fees, samples) are left out. */
  static Baskets baskets(SparkSession session, String file) {
    return Baskets.of(
        session
            .read()
            .option("header", true)
            .csv(file)
            .where("not startswith(InvoiceNo, 'C') and int(Quantity) > 0")
            .where("double(UnitPrice) > 0 and upper(StockCode) rlike '^[0-9]{5}'")
            .selectExpr(
                "InvoiceNo as basket", "upper(StockCode) as item", "to_date(InvoiceDate) as day"));
  }
}
