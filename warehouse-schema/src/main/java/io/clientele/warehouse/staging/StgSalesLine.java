package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Order lines; head fields may come from the order head of the same source. */
public final class StgSalesLine {
  public static final Field ORDER_ID =
      Field.attribute("order_id", FieldType.STRING, "Order number in the source").required();
  public static final Field LINE_NUMBER =
      Field.attribute(
          "line_number",
          FieldType.STRING,
          "Line key within the order; empty = the source has none");
  public static final Field ORDERED_AT =
      Field.attribute(
          "ordered_at",
          FieldType.TIMESTAMP,
          "When it was ordered, UTC; empty = taken from the order head");
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute(
              "source_customer_id",
              FieldType.STRING,
              "Customer number in the source; empty = anonymous")
          .personal(PersonalData.PSEUDONYM);
  public static final Field PRODUCT_ID =
      Field.attribute(
              "product_id",
              FieldType.STRING,
              "Product code, conformed over the sources by the mapping")
          .required();
  public static final Field QUANTITY =
      Field.attribute("quantity", FieldType.QUANTITY, "Units sold; negative = returned").required();
  public static final Field UNIT_PRICE =
      Field.attribute(
              "unit_price", FieldType.PRICE, "Price of one unit in the currency of the source")
          .required();
  public static final Field DISCOUNT_AMOUNT =
      Field.attribute("discount_amount", FieldType.MONEY, "Discount of the whole line, positive");
  public static final Field CHANNEL_ID =
      Field.attribute("channel_id", FieldType.STRING, "Sales channel");
  public static final Field STORE_ID = Field.attribute("store_id", FieldType.STRING, "Store");
  public static final Field IS_CANCELLATION =
      Field.attribute(
          "is_cancellation", FieldType.BOOLEAN, "Whether the line cancels an earlier one");
  public static final Field IS_PRODUCT_LINE =
      Field.attribute(
          "is_product_line",
          FieldType.BOOLEAN,
          "False for postage, fees, adjustments; empty = true");
  public static final Field PRODUCT_NAME =
      Field.attribute(
          "product_name", FieldType.STRING, "Name of the product as printed on the line");
  public static final Field PRODUCT_CATEGORY =
      Field.attribute("product_category", FieldType.STRING, "Category as printed on the line");
  public static final Field CUSTOMER_NAME =
      Field.attribute("customer_name", FieldType.STRING, "Customer name as printed on the line")
          .personal(PersonalData.CONTACT);
  public static final Field CUSTOMER_REGION =
      Field.attribute(
          "customer_region", FieldType.STRING, "Region of the customer as printed on the line");
  public static final Field CUSTOMER_COUNTRY =
      Field.attribute(
          "customer_country", FieldType.STRING, "Country of the customer as printed on the line");

  public static final TableSpec TABLE =
      TableSpec.table("stg_sales_line")
          .grain("one row per delivered sales line")
          .fields(
              ORDER_ID,
              LINE_NUMBER,
              ORDERED_AT,
              SOURCE_CUSTOMER_ID,
              PRODUCT_ID,
              QUANTITY,
              UNIT_PRICE,
              DISCOUNT_AMOUNT,
              CHANNEL_ID,
              STORE_ID,
              IS_CANCELLATION,
              IS_PRODUCT_LINE,
              PRODUCT_NAME,
              PRODUCT_CATEGORY,
              CUSTOMER_NAME,
              CUSTOMER_REGION,
              CUSTOMER_COUNTRY)
          .fields(Lineage.staging())
          .build();

  private StgSalesLine() {}
}
