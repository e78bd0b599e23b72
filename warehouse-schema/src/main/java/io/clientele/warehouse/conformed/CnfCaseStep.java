package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgCaseStep;

/** Steps of the cases of all sources, each as its newest delivery has it. */
public final class CnfCaseStep {
  public static final Field STEP_RECORD_ID =
      Field.durableKey(
          "step_record_id", FieldType.STRING, "Hash of source, case number and step number");

  public static final Field CASE_RECORD_ID =
      Field.attribute("case_record_id", FieldType.STRING, "Hash of source and case number")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("cnf_case_step")
          .grain("one row per step of a case")
          .fields(
              STEP_RECORD_ID,
              CASE_RECORD_ID,
              CnfServiceCase.SOURCE,
              StgCaseStep.CASE_ID,
              StgCaseStep.STEP_NUMBER,
              StgCaseStep.DEPARTMENT,
              StgCaseStep.EMPLOYEE_ID,
              StgCaseStep.STEP_ACTION,
              StgCaseStep.STARTED_AT,
              StgCaseStep.ENDED_AT,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(STEP_RECORD_ID)
          .sortedBy(StgCaseStep.STARTED_AT, StgCaseStep.CASE_ID)
          .build();

  private CnfCaseStep() {}
}
