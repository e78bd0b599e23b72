package io.clientele.warehouse.fact;

import io.clientele.warehouse.conformed.CnfServiceCase;
import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgServiceCase;

/** Cases of the service desk from opening over first response to closing. */
public final class FctServiceCase {
  public static final Field CUSTOMER_KEY =
      Field.reference(
          "customer_key",
          FieldType.BIGINT,
          "dim_customer",
          "Customer version valid when it was opened; -1 = anonymous");
  public static final Field OPENED_DATE_KEY =
      Field.reference(
          "opened_date_key", FieldType.INT, "dim_date", "Local business day of the opening");
  public static final Field CLOSED_DATE_KEY =
      Field.reference(
          "closed_date_key",
          FieldType.INT,
          "dim_date",
          "Local business day of the closing; -1 = open");
  public static final Field RESPONSE_HOURS =
      Field.measure(
          "response_hours",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Hours from opening to the end of the first step; empty = not yet");
  public static final Field RESOLUTION_HOURS =
      Field.measure(
          "resolution_hours",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Hours from opening to closing; empty = open");
  public static final Field IS_OPEN =
      Field.attribute("is_open", FieldType.BOOLEAN, "Whether it is not closed yet").required();

  public static final TableSpec TABLE =
      TableSpec.table("fct_service_case")
          .grain("one row per case (accumulating snapshot)")
          .fields(
              CnfServiceCase.CASE_RECORD_ID,
              CnfServiceCase.SOURCE,
              StgServiceCase.CASE_ID,
              CUSTOMER_KEY,
              CnfServiceCase.CUSTOMER_RECORD_ID,
              OPENED_DATE_KEY,
              CLOSED_DATE_KEY,
              StgServiceCase.CASE_KIND,
              StgServiceCase.CASE_TOPIC,
              StgServiceCase.CONTACT_CHANNEL,
              StgServiceCase.PRODUCT_ID,
              StgServiceCase.CASE_STATUS,
              CnfServiceCase.DEPARTMENT,
              CnfServiceCase.EMPLOYEE_ID,
              StgServiceCase.OPENED_AT,
              CnfServiceCase.FIRST_STEP_ENDED_AT,
              StgServiceCase.CLOSED_AT,
              CnfServiceCase.STEP_COUNT,
              RESPONSE_HOURS,
              RESOLUTION_HOURS,
              StgServiceCase.SATISFACTION,
              IS_OPEN,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(CnfServiceCase.CASE_RECORD_ID)
          .sortedBy(StgServiceCase.OPENED_AT, StgServiceCase.CASE_ID)
          .build();

  private FctServiceCase() {}
}
