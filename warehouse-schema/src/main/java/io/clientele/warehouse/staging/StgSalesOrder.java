package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Order heads, for sources that keep heads and lines apart. */
public final class StgSalesOrder {
  public static final Field ORDER_ID =
      Field.attribute("order_id", FieldType.STRING, "Order number in the source").required();
  public static final Field ORDERED_AT =
      Field.attribute("ordered_at", FieldType.TIMESTAMP, "When it was ordered, UTC").required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute(
              "source_customer_id",
              FieldType.STRING,
              "Customer number in the source; empty = anonymous")
          .personal(PersonalData.PSEUDONYM);
  public static final Field CHANNEL_ID =
      Field.attribute("channel_id", FieldType.STRING, "Sales channel");
  public static final Field STORE_ID = Field.attribute("store_id", FieldType.STRING, "Store");
  public static final Field IS_CANCELLATION =
      Field.attribute(
          "is_cancellation", FieldType.BOOLEAN, "Whether the head cancels an earlier order");

  public static final TableSpec TABLE =
      TableSpec.table("stg_sales_order")
          .grain("one row per delivered order head")
          .fields(ORDER_ID, ORDERED_AT, SOURCE_CUSTOMER_ID, CHANNEL_ID, STORE_ID, IS_CANCELLATION)
          .fields(Lineage.staging())
          .build();

  private StgSalesOrder() {}
}
