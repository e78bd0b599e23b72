package io.clientele.warehouse.report;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** How many customers stand in which band of churn probability. */
public final class RptChurnOutlook {
  public static final Field BAND =
      Field.durableKey("band", FieldType.INT, "0 = 0 to 10 %, ..., 9 = 90 to 100 %");
  public static final Field AS_OF_DATE =
      Field.attribute("as_of_date", FieldType.DATE, "As-of date").required();
  public static final Field CUSTOMER_COUNT =
      Field.measure("customer_count", FieldType.BIGINT, Additivity.ADDITIVE, "Customers")
          .required();
  public static final Field SPEND_LAST_365_DAYS =
      Field.measure(
              "spend_last_365_days",
              FieldType.MONEY,
              Additivity.SEMI_ADDITIVE,
              "Net spend of the last 365 days")
          .required();
  public static final Field VALUE_AT_RISK =
      Field.measure(
          "value_at_risk", FieldType.MONEY, Additivity.SEMI_ADDITIVE, "Net spend at risk");

  public static final TableSpec TABLE =
      TableSpec.table("rpt_churn_outlook")
          .grain("one row per band of ten percentage points")
          .fields(BAND, AS_OF_DATE, CUSTOMER_COUNT, SPEND_LAST_365_DAYS, VALUE_AT_RISK)
          .key(BAND)
          .build();

  private RptChurnOutlook() {}
}
