package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgSubscription;

/** Which contract. */
public final class DimSubscription {
  public static final Field SUBSCRIPTION_KEY =
      Field.surrogateKey("subscription_key", "Hash of the contract number; -1 = unknown");
  public static final Field STARTED_ON =
      Field.attribute(
          "started_on", FieldType.DATE, "Local day on which the contract began; empty = unknown");
  public static final Field IS_INFERRED =
      Field.validity("is_inferred", FieldType.BOOLEAN, "Known by its code only");

  public static final TableSpec TABLE =
      TableSpec.table("dim_subscription")
          .grain("one row per contract, as its newest event has it")
          .fields(
              SUBSCRIPTION_KEY,
              StgSubscription.SUBSCRIPTION_ID,
              STARTED_ON,
              StgSubscription.TERM_ENDS_ON,
              StgSubscription.ENDED_ON,
              StgSubscription.TARIFF,
              StgSubscription.DATA_GIGABYTES,
              StgSubscription.DEVICE,
              StgSubscription.DEVICE_STORAGE_GIGABYTES,
              IS_INFERRED)
          .key(SUBSCRIPTION_KEY)
          .build();

  private DimSubscription() {}
}
