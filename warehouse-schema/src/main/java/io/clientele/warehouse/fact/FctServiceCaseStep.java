package io.clientele.warehouse.fact;

import io.clientele.warehouse.conformed.CnfCaseStep;
import io.clientele.warehouse.conformed.CnfServiceCase;
import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgCaseStep;

/** What was done about the cases, by whom and how long it took. */
public final class FctServiceCaseStep {
  public static final Field STEP_HOURS =
      Field.measure(
          "step_hours",
          FieldType.DOUBLE,
          Additivity.ADDITIVE,
          "Hours from its start to its end; empty = not ended");

  public static final TableSpec TABLE =
      TableSpec.table("fct_service_case_step")
          .grain("one row per step of a case (accumulating snapshot)")
          .fields(
              CnfCaseStep.STEP_RECORD_ID,
              CnfCaseStep.CASE_RECORD_ID,
              CnfServiceCase.SOURCE,
              StgCaseStep.CASE_ID,
              StgCaseStep.STEP_NUMBER,
              StgCaseStep.DEPARTMENT,
              StgCaseStep.EMPLOYEE_ID,
              StgCaseStep.STEP_ACTION,
              StgCaseStep.STARTED_AT,
              StgCaseStep.ENDED_AT,
              STEP_HOURS,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(CnfCaseStep.STEP_RECORD_ID)
          .sortedBy(StgCaseStep.STARTED_AT, StgCaseStep.CASE_ID)
          .build();

  private FctServiceCaseStep() {}
}
