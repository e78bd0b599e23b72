package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgServiceCase;

/** Cases of all sources, each as its newest delivery has it, with what its steps say of it. */
public final class CnfServiceCase {
  public static final Field CASE_RECORD_ID =
      Field.durableKey("case_record_id", FieldType.STRING, "Hash of source and case number");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field CUSTOMER_RECORD_ID =
      Field.attribute(
              "customer_record_id",
              FieldType.STRING,
              "Hash of source and source customer id; empty = anonymous")
          .personal(PersonalData.PSEUDONYM);
  public static final Field OPENED_ON =
      Field.attribute("opened_on", FieldType.DATE, "Local business day of the opening").required();
  public static final Field CLOSED_ON =
      Field.attribute("closed_on", FieldType.DATE, "Local business day of the closing");
  public static final Field FIRST_STEP_ENDED_AT =
      Field.attribute(
          "first_step_ended_at",
          FieldType.TIMESTAMP,
          "When the first step ended, UTC: the first response");
  public static final Field STEP_COUNT =
      Field.attribute("step_count", FieldType.INT, "Steps so far").required();
  public static final Field DEPARTMENT =
      Field.attribute("department", FieldType.STRING, "Department of the longest step so far");
  public static final Field EMPLOYEE_ID =
      Field.attribute("employee_id", FieldType.STRING, "Owner of the longest step so far");

  public static final TableSpec TABLE =
      TableSpec.table("cnf_service_case")
          .grain("one row per case")
          .fields(
              CASE_RECORD_ID,
              SOURCE,
              StgServiceCase.CASE_ID,
              CUSTOMER_RECORD_ID,
              StgServiceCase.SOURCE_CUSTOMER_ID,
              StgServiceCase.CASE_KIND,
              StgServiceCase.CASE_TOPIC,
              StgServiceCase.CONTACT_CHANNEL,
              StgServiceCase.PRODUCT_ID,
              StgServiceCase.CASE_STATUS,
              StgServiceCase.OPENED_AT,
              OPENED_ON,
              StgServiceCase.CLOSED_AT,
              CLOSED_ON,
              StgServiceCase.SATISFACTION,
              FIRST_STEP_ENDED_AT,
              STEP_COUNT,
              DEPARTMENT,
              EMPLOYEE_ID,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(CASE_RECORD_ID)
          .sortedBy(OPENED_ON, StgServiceCase.CASE_ID)
          .build();

  private CnfServiceCase() {}
}
