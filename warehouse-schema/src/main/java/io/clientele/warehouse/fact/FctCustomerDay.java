package io.clientele.warehouse.fact;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Mergeable state of a customer record on a day. */
public final class FctCustomerDay {
  public static final Field CUSTOMER_RECORD_ID =
      Field.durableKey(
              "customer_record_id", FieldType.STRING, "Hash of source and source customer id")
          .personal(PersonalData.PSEUDONYM);
  public static final Field DAY = Field.durableKey("day", FieldType.DATE, "Local business day");
  public static final Field DATE_KEY =
      Field.reference("date_key", FieldType.INT, "dim_date", "Local business day");
  public static final Field ORDER_COUNT =
      Field.measure(
              "order_count",
              FieldType.INT,
              Additivity.ADDITIVE,
              "Distinct orders with at least one purchase line")
          .required();
  public static final Field LINE_COUNT =
      Field.measure("line_count", FieldType.INT, Additivity.ADDITIVE, "Purchase lines").required();
  public static final Field QUANTITY =
      Field.measure(
              "quantity", FieldType.QUANTITY, Additivity.ADDITIVE, "Units of the purchase lines")
          .required();
  public static final Field SPEND_BOUGHT =
      Field.measure(
              "spend_bought", FieldType.MONEY, Additivity.ADDITIVE, "Amount of the purchase lines")
          .required();
  public static final Field SPEND_RETURNED =
      Field.measure(
              "spend_returned",
              FieldType.MONEY,
              Additivity.ADDITIVE,
              "Amount of all other product lines: returns and cancellations, negative")
          .required();
  public static final Field KNOWN_AT =
      Field.audit(
          "known_at",
          FieldType.TIMESTAMP,
          "When the row became known to us, UTC: arrival of its batch, or for history the end of its business day");

  public static final TableSpec TABLE =
      TableSpec.table("fct_customer_day")
          .grain(
              "one row per customer record and local business day (periodic snapshot of days with sales)")
          .fields(
              CUSTOMER_RECORD_ID,
              DAY,
              DATE_KEY,
              ORDER_COUNT,
              LINE_COUNT,
              QUANTITY,
              SPEND_BOUGHT,
              SPEND_RETURNED,
              KNOWN_AT)
          .key(CUSTOMER_RECORD_ID, DAY)
          .partitionedBy("months(day)")
          .sortedBy(DAY, CUSTOMER_RECORD_ID)
          .build();

  private FctCustomerDay() {}
}
