package io.clientele.warehouse.fact;

import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgOpportunityStage;

/** Stages that opportunities entered and how long they stayed. */
public final class FctOpportunityStage {
  public static final Field STAGE_RECORD_ID =
      Field.durableKey(
          "stage_record_id", FieldType.STRING, "Hash of source, opportunity number, stage and day");
  public static final Field CUSTOMER_KEY =
      Field.reference(
          "customer_key",
          FieldType.BIGINT,
          "dim_customer",
          "Version of the business customer valid when it was entered; -1 = not said");
  public static final Field EMPLOYEE_KEY =
      Field.reference(
          "employee_key",
          FieldType.BIGINT,
          "dim_employee",
          "Owner when it was entered; -1 = not said");
  public static final Field ENTERED_DATE_KEY =
      Field.reference(
          "entered_date_key", FieldType.INT, "dim_date", "Local day on which it was entered");
  public static final Field LEFT_DATE_KEY =
      Field.reference(
          "left_date_key",
          FieldType.INT,
          "dim_date",
          "Local day on which the next one was entered; -1 = none was");
  public static final Field ENTERED_AT =
      Field.attribute(
              "entered_at",
              FieldType.TIMESTAMP,
              "Start of the local day on which it was entered, UTC")
          .required();
  public static final Field LEFT_ON =
      Field.attribute(
          "left_on",
          FieldType.DATE,
          "Local day on which the next one was entered; empty = none was");
  public static final Field IS_CURRENT_STAGE =
      Field.attribute(
              "is_current_stage", FieldType.BOOLEAN, "Whether it is the last that was entered")
          .required();
  public static final Field AMOUNT =
      Field.measure(
          "amount",
          FieldType.MONEY,
          Additivity.SEMI_ADDITIVE,
          "What it is worth in currency_code; add up current stages only, of one currency");
  public static final Field DAYS_IN_STAGE =
      Field.measure(
          "days_in_stage",
          FieldType.INT,
          Additivity.NON_ADDITIVE,
          "Days until the next one was entered; empty = none was");

  public static final TableSpec TABLE =
      TableSpec.table("fct_opportunity_stage")
          .grain("one row per stage entered (accumulating snapshot)")
          .fields(
              STAGE_RECORD_ID,
              CnfPayment.SOURCE,
              StgOpportunityStage.OPPORTUNITY_ID,
              StgOpportunityStage.STAGE,
              CUSTOMER_KEY,
              CnfPayment.CUSTOMER_RECORD_ID,
              EMPLOYEE_KEY,
              ENTERED_DATE_KEY,
              LEFT_DATE_KEY,
              ENTERED_AT,
              StgOpportunityStage.ENTERED_ON,
              LEFT_ON,
              StgOpportunityStage.EMPLOYEE_ID,
              StgOpportunityStage.OPPORTUNITY_REGION,
              StgOpportunityStage.CATEGORY,
              AMOUNT,
              CnfPayment.CURRENCY_CODE,
              DAYS_IN_STAGE,
              IS_CURRENT_STAGE,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(STAGE_RECORD_ID)
          .sortedBy(StgOpportunityStage.ENTERED_ON, StgOpportunityStage.OPPORTUNITY_ID)
          .build();

  private FctOpportunityStage() {}
}
