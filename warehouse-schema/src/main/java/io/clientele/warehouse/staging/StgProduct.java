package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;

/** Products as one source knows them. */
public final class StgProduct {
  public static final Field PRODUCT_ID =
      Field.attribute(
              "product_id",
              FieldType.STRING,
              "Product code, conformed over the sources by the mapping")
          .required();
  public static final Field PRODUCT_NAME =
      Field.attribute("product_name", FieldType.STRING, "Name of the product");
  public static final Field CATEGORY = Field.attribute("category", FieldType.STRING, "Category");
  public static final Field BRAND = Field.attribute("brand", FieldType.STRING, "Brand");
  public static final Field LIST_PRICE =
      Field.attribute(
          "list_price", FieldType.PRICE, "List price of one unit in the currency of the source");

  public static final TableSpec TABLE =
      TableSpec.table("stg_product")
          .grain("one row per delivered product record")
          .fields(PRODUCT_ID, PRODUCT_NAME, CATEGORY, BRAND, LIST_PRICE)
          .fields(Lineage.staging())
          .build();

  private StgProduct() {}
}
