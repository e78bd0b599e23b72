package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;

/** Stores as one source knows them. */
public final class StgStore {
  public static final Field STORE_ID =
      Field.attribute(
              "store_id", FieldType.STRING, "Store code, conformed over the sources by the mapping")
          .required();
  public static final Field STORE_NAME =
      Field.attribute("store_name", FieldType.STRING, "Name of the store");
  public static final Field STORE_CITY =
      Field.attribute("store_city", FieldType.STRING, "City of the store");
  public static final Field STORE_REGION =
      Field.attribute("store_region", FieldType.STRING, "Sales region of the store");

  public static final TableSpec TABLE =
      TableSpec.table("stg_store")
          .grain("one row per delivered store record")
          .fields(STORE_ID, STORE_NAME, STORE_CITY, STORE_REGION)
          .fields(Lineage.staging())
          .build();

  private StgStore() {}
}
