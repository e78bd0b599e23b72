package io.clientele.warehouse.feature;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Recency, frequency, monetary value. */
public final class FtrCustomerRfm {
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
  public static final Field PURCHASE_COUNT =
      Field.measure(
              "purchase_count", FieldType.INT, Additivity.ADDITIVE, "Distinct purchase orders ever")
          .required();
  public static final Field SPEND_TOTAL =
      Field.measure(
              "spend_total",
              FieldType.MONEY,
              Additivity.SEMI_ADDITIVE,
              "Net spend ever: bought less returned")
          .required();
  public static final Field SPEND_LAST_365_DAYS =
      Field.measure(
              "spend_last_365_days",
              FieldType.MONEY,
              Additivity.SEMI_ADDITIVE,
              "Net spend of the last 365 days")
          .required();
  public static final Field FIRST_PURCHASE_ON =
      Field.attribute("first_purchase_on", FieldType.DATE, "First purchase day").required();
  public static final Field LAST_PURCHASE_ON =
      Field.attribute("last_purchase_on", FieldType.DATE, "Last purchase day").required();

  public static final TableSpec TABLE =
      TableSpec.table("ftr_customer_rfm")
          .grain("one row per customer with a purchase and as-of date")
          .fields(
              CUSTOMER_ID,
              AS_OF_DATE,
              DAYS_SINCE_LAST_PURCHASE,
              PURCHASE_COUNT,
              SPEND_TOTAL,
              SPEND_LAST_365_DAYS,
              FIRST_PURCHASE_ON,
              LAST_PURCHASE_ON)
          .key(CUSTOMER_ID, AS_OF_DATE)
          .partitionedBy("as_of_date")
          .sortedBy(CUSTOMER_ID)
          .build();

  private FtrCustomerRfm() {}
}
