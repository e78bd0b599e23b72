package io.clientele.models.feature;

import static org.apache.spark.sql.functions.expr;

import io.clientele.models.Columns;
import io.clientele.warehouse.feature.FtrCustomerRfm;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Days since the last purchase, purchase count and net spend of each customer. */
final class RfmFeatures {
  private RfmFeatures() {}

  static Dataset<Row> of(Dataset<Row> windows) {
    return windows.select(
        Columns.of(FtrCustomerRfm.CUSTOMER_ID),
        Columns.of(FtrCustomerRfm.AS_OF_DATE),
        Columns.as(
            FtrCustomerRfm.DAYS_SINCE_LAST_PURCHASE,
            expr("datediff(as_of_date, array_max(purchase_days))")),
        Columns.as(FtrCustomerRfm.PURCHASE_COUNT, expr("orders")),
        Columns.as(FtrCustomerRfm.SPEND_TOTAL, expr("bought + returned")),
        Columns.as(FtrCustomerRfm.SPEND_LAST_365_DAYS, expr("spend_365")),
        Columns.as(FtrCustomerRfm.FIRST_PURCHASE_ON, expr("array_min(purchase_days)")),
        Columns.as(FtrCustomerRfm.LAST_PURCHASE_ON, expr("array_max(purchase_days)")));
  }
}
