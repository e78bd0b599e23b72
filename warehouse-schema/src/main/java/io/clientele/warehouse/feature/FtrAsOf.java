package io.clientele.warehouse.feature;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** The as-of date of the run: nothing on or after it is used by features, scores and reports. */
public final class FtrAsOf {
  public static final Field AS_OF_DATE =
      Field.attribute(
              "as_of_date",
              FieldType.DATE,
              "The as-of date: given, or the day after the newest business date in the sources")
          .required();
  public static final Field NEWEST_ORDER_DATE =
      Field.attribute(
          "newest_order_date", FieldType.DATE, "Newest business date that any source ever had");
  public static final Field PREVIOUS_AS_OF_DATE =
      Field.audit(
          "previous_as_of_date", FieldType.DATE, "As-of date of the night before; empty = none");

  public static final TableSpec TABLE =
      TableSpec.table("ftr_as_of")
          .grain("one row")
          .fields(AS_OF_DATE, NEWEST_ORDER_DATE, PREVIOUS_AS_OF_DATE)
          .build();

  private FtrAsOf() {}
}
