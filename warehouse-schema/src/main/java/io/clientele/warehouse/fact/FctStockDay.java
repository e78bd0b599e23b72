package io.clientele.warehouse.fact;

import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgStock;

/** Pieces in stock on the days on which somebody counted. */
public final class FctStockDay {
  public static final Field STOCK_RECORD_ID =
      Field.durableKey("stock_record_id", FieldType.STRING, "Hash of source, day and product");
  public static final Field COUNTED_DATE_KEY =
      Field.reference("counted_date_key", FieldType.INT, "dim_date", "Local day of the count");
  public static final Field UNITS =
      Field.measure(
              "units",
              FieldType.INT,
              Additivity.SEMI_ADDITIVE,
              "Pieces in stock; add up products, not days")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("fct_stock_day")
          .grain("one row per product and day of a count (periodic snapshot)")
          .fields(
              STOCK_RECORD_ID,
              CnfPayment.SOURCE,
              COUNTED_DATE_KEY,
              StgStock.COUNTED_ON,
              StgStock.PRODUCT_ID,
              UNITS,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(STOCK_RECORD_ID)
          .sortedBy(StgStock.COUNTED_ON, StgStock.PRODUCT_ID)
          .build();

  private FctStockDay() {}
}
