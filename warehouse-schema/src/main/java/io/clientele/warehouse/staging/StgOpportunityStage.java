package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Stages that opportunities with business customers entered. */
public final class StgOpportunityStage {
  public static final Field OPPORTUNITY_ID =
      Field.attribute("opportunity_id", FieldType.STRING, "Number of the opportunity in the source")
          .required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute(
              "source_customer_id", FieldType.STRING, "Business customer, number in the source")
          .personal(PersonalData.PSEUDONYM);
  public static final Field STAGE =
      Field.attribute("stage", FieldType.STRING, "Stage entered, in the words of the source")
          .required();
  public static final Field ENTERED_ON =
      Field.attribute("entered_on", FieldType.DATE, "Local day on which it was entered").required();
  public static final Field EMPLOYEE_ID =
      Field.attribute("employee_id", FieldType.STRING, "Personnel number of the owner");
  public static final Field OPPORTUNITY_REGION =
      Field.attribute("opportunity_region", FieldType.STRING, "Sales region of the opportunity");
  public static final Field CATEGORY =
      Field.attribute("category", FieldType.STRING, "What it is about");
  public static final Field AMOUNT =
      Field.attribute("amount", FieldType.MONEY, "What it is worth, in currency_code");
  public static final Field CURRENCY_CODE =
      Field.attribute(
          "currency_code", FieldType.STRING, "ISO 4217; empty = the currency of the source");

  public static final TableSpec TABLE =
      TableSpec.table("stg_opportunity_stage")
          .grain("one row per delivered stage")
          .fields(
              OPPORTUNITY_ID,
              SOURCE_CUSTOMER_ID,
              STAGE,
              ENTERED_ON,
              EMPLOYEE_ID,
              OPPORTUNITY_REGION,
              CATEGORY,
              AMOUNT,
              CURRENCY_CODE)
          .fields(Lineage.staging())
          .build();

  private StgOpportunityStage() {}
}
