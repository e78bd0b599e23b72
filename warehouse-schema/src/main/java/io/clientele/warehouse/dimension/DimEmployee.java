package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgEmployee;

/** Who owned it. */
public final class DimEmployee {
  public static final Field EMPLOYEE_KEY =
      Field.surrogateKey("employee_key", "Hash of the personnel number; -1 = unknown");
  public static final Field IS_INFERRED =
      Field.validity("is_inferred", FieldType.BOOLEAN, "Known by its code only");

  public static final TableSpec TABLE =
      TableSpec.table("dim_employee")
          .grain("one row per employee, as known now")
          .fields(
              EMPLOYEE_KEY,
              StgEmployee.EMPLOYEE_ID,
              StgEmployee.EMPLOYEE_NAME,
              StgEmployee.DEPARTMENT,
              StgEmployee.GRADE,
              StgEmployee.STORE_ID,
              StgEmployee.EMPLOYEE_REGION,
              StgEmployee.HIRED_ON,
              IS_INFERRED)
          .key(EMPLOYEE_KEY)
          .build();

  private DimEmployee() {}
}
