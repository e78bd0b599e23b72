package io.clientele.warehouse.report;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Sales by month, channel, category and region. */
public final class RptSalesMonth {
  public static final Field YEAR_MONTH =
      Field.durableKey("year_month", FieldType.STRING, "yyyy-mm");
  public static final Field CHANNEL_NAME =
      Field.durableKey("channel_name", FieldType.STRING, "Sales channel");
  public static final Field CATEGORY =
      Field.durableKey("category", FieldType.STRING, "Product category; (none) where unknown");
  public static final Field REGION =
      Field.durableKey(
          "region",
          FieldType.STRING,
          "Region, else country of the customer; (unknown) where neither is known");
  public static final Field LINE_COUNT =
      Field.measure("line_count", FieldType.BIGINT, Additivity.ADDITIVE, "Sales lines").required();
  public static final Field LINE_AMOUNT =
      Field.measure("line_amount", FieldType.MONEY, Additivity.ADDITIVE, "Net sales").required();

  public static final TableSpec TABLE =
      TableSpec.table("rpt_sales_month")
          .grain("one row per month, channel, category and customer region")
          .fields(YEAR_MONTH, CHANNEL_NAME, CATEGORY, REGION, LINE_COUNT, LINE_AMOUNT)
          .key(YEAR_MONTH, CHANNEL_NAME, CATEGORY, REGION)
          .sortedBy(YEAR_MONTH)
          .build();

  private RptSalesMonth() {}
}
