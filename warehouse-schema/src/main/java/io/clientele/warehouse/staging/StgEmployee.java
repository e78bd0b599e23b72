package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Staff as one source knows it. */
public final class StgEmployee {
  public static final Field EMPLOYEE_ID =
      Field.attribute(
              "employee_id",
              FieldType.STRING,
              "Personnel number, conformed over the sources by the mapping")
          .required();
  public static final Field EMPLOYEE_NAME =
      Field.attribute("employee_name", FieldType.STRING, "Name").personal(PersonalData.CONTACT);
  public static final Field DEPARTMENT =
      Field.attribute("department", FieldType.STRING, "Department");
  public static final Field GRADE =
      Field.attribute("grade", FieldType.STRING, "Grade, in the words of the source");
  public static final Field STORE_ID =
      Field.attribute("store_id", FieldType.STRING, "Store of the employee; empty = none");
  public static final Field EMPLOYEE_REGION =
      Field.attribute("employee_region", FieldType.STRING, "Sales region of the employee");
  public static final Field HIRED_ON =
      Field.attribute("hired_on", FieldType.DATE, "Local day of hiring");

  public static final TableSpec TABLE =
      TableSpec.table("stg_employee")
          .grain("one row per delivered employee")
          .fields(
              EMPLOYEE_ID, EMPLOYEE_NAME, DEPARTMENT, GRADE, STORE_ID, EMPLOYEE_REGION, HIRED_ON)
          .fields(Lineage.staging())
          .build();

  private StgEmployee() {}
}
