package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Where it was bought. */
public final class DimStore {
  public static final Field STORE_KEY =
      Field.surrogateKey("store_key", "Hash of the store code; -1 = unknown, -2 = not applicable");
  public static final Field STORE_ID =
      Field.attribute("store_id", FieldType.STRING, "Store code, conformed").required();
  public static final Field STORE_NAME =
      Field.attribute("store_name", FieldType.STRING, "Name of the store");
  public static final Field STORE_CITY =
      Field.attribute("store_city", FieldType.STRING, "City of the store");
  public static final Field STORE_REGION =
      Field.attribute("store_region", FieldType.STRING, "Sales region of the store");
  public static final Field IS_DELETED =
      Field.attribute(
          "is_deleted",
          FieldType.BOOLEAN,
          "Whether it is gone: a full extract of its source no longer holds it; empty = inferred");
  public static final Field IS_INFERRED =
      Field.validity("is_inferred", FieldType.BOOLEAN, "Known from sales lines only");

  public static final TableSpec TABLE =
      TableSpec.table("dim_store")
          .grain("one row per store")
          .fields(
              STORE_KEY, STORE_ID, STORE_NAME, STORE_CITY, STORE_REGION, IS_DELETED, IS_INFERRED)
          .key(STORE_KEY)
          .build();

  private DimStore() {}
}
