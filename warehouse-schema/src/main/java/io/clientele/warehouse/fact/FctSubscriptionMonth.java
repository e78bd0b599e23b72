package io.clientele.warehouse.fact;

import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgSubscription;

/** Contracts month by month, as they stand at its end. */
public final class FctSubscriptionMonth {
  public static final Field SUBSCRIPTION_RECORD_ID =
      Field.durableKey(
          "subscription_record_id", FieldType.STRING, "Hash of source and contract number");
  public static final Field MONTH_START =
      Field.durableKey("month_start", FieldType.DATE, "First day of the month");
  public static final Field SUBSCRIPTION_KEY =
      Field.reference("subscription_key", FieldType.BIGINT, "dim_subscription", "Contract");
  public static final Field MONTH_DATE_KEY =
      Field.reference("month_date_key", FieldType.INT, "dim_date", "First day of the month");
  public static final Field IS_ACTIVE =
      Field.attribute("is_active", FieldType.BOOLEAN, "Whether it runs at the end of the month")
          .required();
  public static final Field IS_STARTED =
      Field.attribute("is_started", FieldType.BOOLEAN, "Whether it began in the month").required();
  public static final Field IS_RENEWED =
      Field.attribute("is_renewed", FieldType.BOOLEAN, "Whether a further term began in the month")
          .required();
  public static final Field IS_ENDED =
      Field.attribute("is_ended", FieldType.BOOLEAN, "Whether it ended in the month").required();
  public static final Field MONTHLY_FEE =
      Field.measure(
          "monthly_fee",
          FieldType.MONEY,
          Additivity.SEMI_ADDITIVE,
          "Fee of the month in currency_code, 0 where it does not run; add up one currency");

  public static final TableSpec TABLE =
      TableSpec.table("fct_subscription_month")
          .grain("one row per contract and month that its terms touch (periodic snapshot)")
          .fields(
              SUBSCRIPTION_RECORD_ID,
              MONTH_START,
              CnfPayment.SOURCE,
              StgSubscription.SUBSCRIPTION_ID,
              SUBSCRIPTION_KEY,
              CnfPayment.CUSTOMER_RECORD_ID,
              MONTH_DATE_KEY,
              StgSubscription.TARIFF,
              MONTHLY_FEE,
              CnfPayment.CURRENCY_CODE,
              IS_ACTIVE,
              IS_STARTED,
              IS_RENEWED,
              IS_ENDED,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(SUBSCRIPTION_RECORD_ID, MONTH_START)
          .sortedBy(MONTH_START, StgSubscription.SUBSCRIPTION_ID)
          .build();

  private FctSubscriptionMonth() {}
}
