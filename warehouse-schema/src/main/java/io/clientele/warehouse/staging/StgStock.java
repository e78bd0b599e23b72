package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;

/** Pieces in stock as counted. */
public final class StgStock {
  public static final Field PRODUCT_ID =
      Field.attribute(
              "product_id",
              FieldType.STRING,
              "Product code, conformed over the sources by the mapping")
          .required();
  public static final Field COUNTED_ON =
      Field.attribute("counted_on", FieldType.DATE, "Local day of the count").required();
  public static final Field UNITS =
      Field.attribute("units", FieldType.INT, "Pieces in stock").required();

  public static final TableSpec TABLE =
      TableSpec.table("stg_stock")
          .grain("one row per delivered count of a product")
          .fields(PRODUCT_ID, COUNTED_ON, UNITS)
          .fields(Lineage.staging())
          .build();

  private StgStock() {}
}
