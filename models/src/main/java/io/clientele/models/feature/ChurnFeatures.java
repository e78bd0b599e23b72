package io.clientele.models.feature;

import static org.apache.spark.sql.functions.expr;

import io.clientele.models.Columns;
import io.clientele.warehouse.feature.FtrCustomerChurn;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the churn model reads. The same function makes tonight's features and those of past training
 * dates: a feature cannot mean one thing in training and another in scoring.
 */
public final class ChurnFeatures {
  /** Days between neighbouring purchase days, sorted by length. */
  private static final String GAPS =
      "sort_array(zip_with(slice(purchase_days, 2, size(purchase_days) - 1),"
          + " slice(purchase_days, 1, size(purchase_days) - 1), (b, a) -> datediff(b, a)))";

  private ChurnFeatures() {}

  /**
   * One row per customer with a purchase and date, in the shape of {@code ftr_customer_churn}, with
   * {@code newest_day_used}, {@code newest_known_at_used} and {@code known_before} behind it for
   * {@link LeakGuard}.
   */
  public static Dataset<Row> asOf(Dataset<Row> days, Dataset<Row> cutOffs) {
    return of(CustomerWindows.asOf(days, cutOffs));
  }

  static Dataset<Row> of(Dataset<Row> windows) {
    return windows
        .withColumn("gaps", expr(GAPS))
        .withColumn("last_purchase_on", expr("array_max(purchase_days)"))
        .withColumn("silence", expr("datediff(as_of_date, last_purchase_on)"))
        .withColumn(
            "usual_gap",
            // With an even count the median is the mean of the two in the middle.
            expr(
                "case when size(gaps) > 0 then (get(gaps, cast(floor((size(gaps) - 1) / 2) as int))"
                    + " + get(gaps, cast(floor(size(gaps) / 2) as int))) / 2.0D end"))
        .select(columns());
  }

  private static Column[] columns() {
    return new Column[] {
      Columns.of(FtrCustomerChurn.CUSTOMER_ID),
      Columns.of(FtrCustomerChurn.AS_OF_DATE),
      Columns.as(FtrCustomerChurn.DAYS_SINCE_LAST_PURCHASE, expr("silence")),
      Columns.as(
          FtrCustomerChurn.DAYS_SINCE_FIRST_PURCHASE,
          expr("datediff(as_of_date, array_min(purchase_days))")),
      Columns.as(FtrCustomerChurn.PURCHASE_DAY_COUNT, expr("size(purchase_days)")),
      Columns.as(FtrCustomerChurn.USUAL_GAP_DAYS, expr("usual_gap")),
      Columns.as(FtrCustomerChurn.GAP_RATIO, expr("silence / usual_gap")),
      Columns.as(
          FtrCustomerChurn.LAST_GAP_DAYS,
          expr("datediff(last_purchase_on, get(purchase_days, size(purchase_days) - 2))")),
      Columns.as(FtrCustomerChurn.ORDER_COUNT_30_DAYS, expr("orders_30")),
      Columns.as(FtrCustomerChurn.ORDER_COUNT_90_DAYS, expr("orders_90")),
      Columns.as(FtrCustomerChurn.ORDER_COUNT_180_DAYS, expr("orders_180")),
      Columns.as(FtrCustomerChurn.ORDER_COUNT_365_DAYS, expr("orders_365")),
      Columns.as(FtrCustomerChurn.SPEND_90_DAYS, expr("spend_90")),
      Columns.as(FtrCustomerChurn.SPEND_180_DAYS, expr("spend_180")),
      Columns.as(FtrCustomerChurn.SPEND_365_DAYS, expr("spend_365")),
      Columns.as(FtrCustomerChurn.SPEND_TOTAL, expr("bought + returned")),
      Columns.as(FtrCustomerChurn.MEAN_ORDER_SPEND, expr("cast(bought as double) / orders")),
      Columns.as(FtrCustomerChurn.MEAN_LINE_COUNT, expr("cast(lines as double) / orders")),
      Columns.as(
          FtrCustomerChurn.RETURN_RATIO,
          expr(
              "case when bought > 0 then greatest(0D, least(1D,"
                  + " -cast(returned as double) / cast(bought as double))) else 0D end")),
      Columns.as(
          FtrCustomerChurn.VOLUME_TREND,
          expr(
              "case when bought_270_before > 0 then"
                  + " 3D * cast(bought_90 as double) / cast(bought_270_before as double) end")),
      expr("newest_day_used"),
      expr("newest_known_at_used"),
      expr("known_before")
    };
  }
}
