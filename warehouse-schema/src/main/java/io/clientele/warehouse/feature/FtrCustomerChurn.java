package io.clientele.warehouse.feature;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** What the churn model reads. */
public final class FtrCustomerChurn {
  public static final Field CUSTOMER_ID =
      Field.durableKey("customer_id", FieldType.STRING, "Durable id of the customer")
          .personal(PersonalData.PSEUDONYM);
  public static final Field AS_OF_DATE =
      Field.durableKey("as_of_date", FieldType.DATE, "Nothing on or after this local day was used");
  public static final Field DAYS_SINCE_LAST_PURCHASE =
      Field.measure(
              "days_since_last_purchase",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Days from the last purchase day to the as-of date")
          .required();
  public static final Field DAYS_SINCE_FIRST_PURCHASE =
      Field.measure(
              "days_since_first_purchase",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Days from the first purchase day to the as-of date")
          .required();
  public static final Field PURCHASE_DAY_COUNT =
      Field.measure(
              "purchase_day_count",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Distinct purchase days ever")
          .required();
  public static final Field USUAL_GAP_DAYS =
      Field.measure(
          "usual_gap_days",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Median days between purchase days; empty with fewer than two");
  public static final Field GAP_RATIO =
      Field.measure(
          "gap_ratio",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "days_since_last_purchase / usual_gap_days; empty with fewer than two purchase days");
  public static final Field LAST_GAP_DAYS =
      Field.measure(
          "last_gap_days",
          FieldType.INT,
          Additivity.NON_ADDITIVE,
          "Days between the last two purchase days; empty with fewer than two");
  public static final Field ORDER_COUNT_30_DAYS =
      Field.measure(
              "order_count_30_days",
              FieldType.INT,
              Additivity.ADDITIVE,
              "Purchase orders in the last 30 days")
          .required();
  public static final Field ORDER_COUNT_90_DAYS =
      Field.measure(
              "order_count_90_days",
              FieldType.INT,
              Additivity.ADDITIVE,
              "Purchase orders in the last 90 days")
          .required();
  public static final Field ORDER_COUNT_180_DAYS =
      Field.measure(
              "order_count_180_days",
              FieldType.INT,
              Additivity.ADDITIVE,
              "Purchase orders in the last 180 days")
          .required();
  public static final Field ORDER_COUNT_365_DAYS =
      Field.measure(
              "order_count_365_days",
              FieldType.INT,
              Additivity.ADDITIVE,
              "Purchase orders in the last 365 days")
          .required();
  public static final Field SPEND_90_DAYS =
      Field.measure(
              "spend_90_days",
              FieldType.MONEY,
              Additivity.SEMI_ADDITIVE,
              "Net spend of the last 90 days")
          .required();
  public static final Field SPEND_180_DAYS =
      Field.measure(
              "spend_180_days",
              FieldType.MONEY,
              Additivity.SEMI_ADDITIVE,
              "Net spend of the last 180 days")
          .required();
  public static final Field SPEND_365_DAYS =
      Field.measure(
              "spend_365_days",
              FieldType.MONEY,
              Additivity.SEMI_ADDITIVE,
              "Net spend of the last 365 days")
          .required();
  public static final Field SPEND_TOTAL =
      Field.measure("spend_total", FieldType.MONEY, Additivity.SEMI_ADDITIVE, "Net spend ever")
          .required();
  public static final Field MEAN_ORDER_SPEND =
      Field.measure(
              "mean_order_spend",
              FieldType.DOUBLE,
              Additivity.NON_ADDITIVE,
              "Spend bought / purchase orders ever, company currency")
          .required();
  public static final Field MEAN_LINE_COUNT =
      Field.measure(
              "mean_line_count",
              FieldType.DOUBLE,
              Additivity.NON_ADDITIVE,
              "Purchase lines / purchase orders ever")
          .required();
  public static final Field RETURN_RATIO =
      Field.measure(
              "return_ratio",
              FieldType.DOUBLE,
              Additivity.NON_ADDITIVE,
              "Amount returned / amount bought, 0 to 1")
          .required();
  public static final Field VOLUME_TREND =
      Field.measure(
          "volume_trend",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Spend bought in the last 90 days / mean of the 90-day spans of the 270 days before; empty without spend there");

  public static final TableSpec TABLE =
      TableSpec.table("ftr_customer_churn")
          .grain("one row per customer with a purchase and as-of date")
          .fields(
              CUSTOMER_ID,
              AS_OF_DATE,
              DAYS_SINCE_LAST_PURCHASE,
              DAYS_SINCE_FIRST_PURCHASE,
              PURCHASE_DAY_COUNT,
              USUAL_GAP_DAYS,
              GAP_RATIO,
              LAST_GAP_DAYS,
              ORDER_COUNT_30_DAYS,
              ORDER_COUNT_90_DAYS,
              ORDER_COUNT_180_DAYS,
              ORDER_COUNT_365_DAYS,
              SPEND_90_DAYS,
              SPEND_180_DAYS,
              SPEND_365_DAYS,
              SPEND_TOTAL,
              MEAN_ORDER_SPEND,
              MEAN_LINE_COUNT,
              RETURN_RATIO,
              VOLUME_TREND)
          .key(CUSTOMER_ID, AS_OF_DATE)
          .partitionedBy("as_of_date")
          .sortedBy(CUSTOMER_ID)
          .build();

  private FtrCustomerChurn() {}
}
