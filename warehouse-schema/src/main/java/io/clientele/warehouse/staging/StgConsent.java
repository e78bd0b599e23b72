package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** What a customer allowed or forbade, each time somebody took it down. */
public final class StgConsent {
  public static final Field CONSENT_ID =
      Field.attribute("consent_id", FieldType.STRING, "Number of the entry in the source")
          .required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field PURPOSE =
      Field.attribute(
              "purpose",
              FieldType.STRING,
              "What for, in the words of the source: marketing, newsletter")
          .required();
  public static final Field IS_GRANTED =
      Field.attribute("is_granted", FieldType.BOOLEAN, "Whether it was allowed").required();
  public static final Field RECORDED_ON =
      Field.attribute("recorded_on", FieldType.DATE, "Local day on which it was said").required();
  public static final Field RECORDED_BY =
      Field.attribute(
          "recorded_by", FieldType.STRING, "Where it was taken down, in the words of the source");

  public static final TableSpec TABLE =
      TableSpec.table("stg_consent")
          .grain("one row per delivered consent")
          .fields(CONSENT_ID, SOURCE_CUSTOMER_ID, PURPOSE, IS_GRANTED, RECORDED_ON, RECORDED_BY)
          .fields(Lineage.staging())
          .build();

  private StgConsent() {}
}
