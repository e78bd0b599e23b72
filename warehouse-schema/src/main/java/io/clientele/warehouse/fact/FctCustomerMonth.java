package io.clientele.warehouse.fact;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** What each customer record bought and returned in a month. */
public final class FctCustomerMonth {
  public static final Field MONTH_START =
      Field.durableKey("month_start", FieldType.DATE, "First day of the month");
  public static final Field MONTH_END =
      Field.attribute("month_end", FieldType.DATE, "Last day of the month").required();
  public static final Field MONTH_DATE_KEY =
      Field.reference("month_date_key", FieldType.INT, "dim_date", "First day of the month");
  public static final Field DAY_COUNT =
      Field.measure(
              "day_count",
              FieldType.INT,
              Additivity.ADDITIVE,
              "Days with purchases, returns or cancellations")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("fct_customer_month")
          .grain("one row per customer record and month with sales (periodic snapshot)")
          .fields(
              FctCustomerDay.CUSTOMER_RECORD_ID,
              MONTH_START,
              MONTH_END,
              MONTH_DATE_KEY,
              DAY_COUNT,
              FctCustomerDay.ORDER_COUNT,
              FctCustomerDay.LINE_COUNT,
              FctCustomerDay.QUANTITY,
              FctCustomerDay.SPEND_BOUGHT,
              FctCustomerDay.SPEND_RETURNED)
          .key(FctCustomerDay.CUSTOMER_RECORD_ID, MONTH_START)
          .sortedBy(MONTH_START, FctCustomerDay.CUSTOMER_RECORD_ID)
          .build();

  private FctCustomerMonth() {}
}
