package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;

/** What is done about a case, step by step, each time something happens to a step. */
public final class StgCaseStep {
  public static final Field CASE_ID =
      Field.attribute("case_id", FieldType.STRING, "Case number in the source").required();
  public static final Field STEP_NUMBER =
      Field.attribute("step_number", FieldType.INT, "Number of the step in its case, from 1")
          .required();
  public static final Field DEPARTMENT =
      Field.attribute("department", FieldType.STRING, "Who has to do it");
  public static final Field EMPLOYEE_ID =
      Field.attribute("employee_id", FieldType.STRING, "Personnel number of the owner");
  public static final Field STEP_ACTION =
      Field.attribute("step_action", FieldType.STRING, "What is done, in the source's words");
  public static final Field STARTED_AT =
      Field.attribute("started_at", FieldType.TIMESTAMP, "When it began, UTC").required();
  public static final Field ENDED_AT =
      Field.attribute("ended_at", FieldType.TIMESTAMP, "When it ended, UTC; empty = it has not");

  public static final TableSpec TABLE =
      TableSpec.table("stg_case_step")
          .grain("one row per delivered state of a step")
          .fields(CASE_ID, STEP_NUMBER, DEPARTMENT, EMPLOYEE_ID, STEP_ACTION, STARTED_AT, ENDED_AT)
          .fields(Lineage.staging())
          .build();

  private StgCaseStep() {}
}
