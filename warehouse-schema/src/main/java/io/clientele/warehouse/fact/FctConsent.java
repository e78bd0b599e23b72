package io.clientele.warehouse.fact;

import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgConsent;

/** What customers allowed and forbade: the newest of a purpose holds. */
public final class FctConsent {
  public static final Field CONSENT_RECORD_ID =
      Field.durableKey("consent_record_id", FieldType.STRING, "Hash of source and consent number");
  public static final Field CUSTOMER_KEY =
      Field.reference(
          "customer_key",
          FieldType.BIGINT,
          "dim_customer",
          "Customer version valid when it was said");
  public static final Field RECORDED_DATE_KEY =
      Field.reference(
          "recorded_date_key", FieldType.INT, "dim_date", "Local day on which it was said");
  public static final Field RECORDED_AT =
      Field.attribute(
              "recorded_at",
              FieldType.TIMESTAMP,
              "Start of the local day on which it was said, UTC")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("fct_consent")
          .grain("one row per consent given or refused (transaction fact)")
          .fields(
              CONSENT_RECORD_ID,
              CnfPayment.SOURCE,
              StgConsent.CONSENT_ID,
              CUSTOMER_KEY,
              CnfPayment.CUSTOMER_RECORD_ID,
              RECORDED_DATE_KEY,
              RECORDED_AT,
              StgConsent.RECORDED_ON,
              StgConsent.PURPOSE,
              StgConsent.IS_GRANTED,
              StgConsent.RECORDED_BY,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(CONSENT_RECORD_ID)
          .sortedBy(StgConsent.RECORDED_ON, StgConsent.CONSENT_ID)
          .build();

  private FctConsent() {}
}
