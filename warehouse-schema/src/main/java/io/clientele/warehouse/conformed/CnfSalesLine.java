package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Sales lines of all sources in one shape, one currency, without repeats. */
public final class CnfSalesLine {
  public static final Field SALES_LINE_ID =
      Field.durableKey(
          "sales_line_id",
          FieldType.STRING,
          "Hash of source, order and line key; without a line key of content and occurrence number");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field ORDER_ID =
      Field.attribute("order_id", FieldType.STRING, "Order number in the source").required();
  public static final Field LINE_NUMBER =
      Field.attribute(
          "line_number",
          FieldType.STRING,
          "Line key within the order; empty = the source has none");
  public static final Field ORDER_DATE =
      Field.attribute(
              "order_date",
              FieldType.DATE,
              "Local business day of the order in the zone of the source")
          .required();
  public static final Field ORDERED_AT =
      Field.attribute("ordered_at", FieldType.TIMESTAMP, "When it was ordered, UTC").required();
  public static final Field CUSTOMER_RECORD_ID =
      Field.attribute(
              "customer_record_id",
              FieldType.STRING,
              "Hash of source and source customer id; empty = anonymous")
          .personal(PersonalData.PSEUDONYM);
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .personal(PersonalData.PSEUDONYM);
  public static final Field PRODUCT_ID =
      Field.attribute("product_id", FieldType.STRING, "Product code, conformed").required();
  public static final Field STORE_ID =
      Field.attribute("store_id", FieldType.STRING, "Store; empty = none");
  public static final Field CHANNEL_ID =
      Field.attribute("channel_id", FieldType.STRING, "Sales channel").required();
  public static final Field QUANTITY =
      Field.measure(
              "quantity",
              FieldType.QUANTITY,
              Additivity.ADDITIVE,
              "Units sold; negative = returned")
          .required();
  public static final Field UNIT_PRICE =
      Field.measure(
              "unit_price",
              FieldType.PRICE,
              Additivity.NON_ADDITIVE,
              "Price of one unit in company currency")
          .required();
  public static final Field DISCOUNT_AMOUNT =
      Field.measure(
              "discount_amount",
              FieldType.MONEY,
              Additivity.ADDITIVE,
              "Discount of the line in company currency")
          .required();
  public static final Field LINE_AMOUNT =
      Field.measure(
              "line_amount",
              FieldType.MONEY,
              Additivity.ADDITIVE,
              "quantity x unit_price - discount_amount in company currency; negative = returned or cancelled")
          .required();
  public static final Field CURRENCY_CODE =
      Field.attribute("currency_code", FieldType.STRING, "Company currency, ISO 4217").required();
  public static final Field IS_RETURN =
      Field.attribute("is_return", FieldType.BOOLEAN, "Quantity below zero").required();
  public static final Field IS_CANCELLATION =
      Field.attribute("is_cancellation", FieldType.BOOLEAN, "Cancels an earlier line").required();
  public static final Field IS_PRODUCT_LINE =
      Field.attribute("is_product_line", FieldType.BOOLEAN, "False for postage, fees, adjustments")
          .required();
  public static final Field IS_PURCHASE =
      Field.attribute(
              "is_purchase",
              FieldType.BOOLEAN,
              "A product line with quantity and price above zero that is no cancellation: what counts as buying")
          .required();
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
  public static final Field BATCH_ID =
      Field.lineage("batch_id", FieldType.STRING, "Landing batch of the row");
  public static final Field RECORD_NUMBER =
      Field.lineage(
          "record_number",
          FieldType.BIGINT,
          "Record number in the landed file, first data record = 1");
  public static final Field KNOWN_AT =
      Field.audit(
          "known_at",
          FieldType.TIMESTAMP,
          "When the row became known to us, UTC: arrival of its batch, or for history the end of its business day");
  public static final Field KNOWN_AT_BASIS =
      Field.audit("known_at_basis", FieldType.STRING, "What known_at rests on")
          .oneOf("arrival", "business_date");

  public static final TableSpec TABLE =
      TableSpec.table("cnf_sales_line")
          .grain("one row per sales line")
          .fields(
              SALES_LINE_ID,
              SOURCE,
              ORDER_ID,
              LINE_NUMBER,
              ORDER_DATE,
              ORDERED_AT,
              CUSTOMER_RECORD_ID,
              SOURCE_CUSTOMER_ID,
              PRODUCT_ID,
              STORE_ID,
              CHANNEL_ID,
              QUANTITY,
              UNIT_PRICE,
              DISCOUNT_AMOUNT,
              LINE_AMOUNT,
              CURRENCY_CODE,
              IS_RETURN,
              IS_CANCELLATION,
              IS_PRODUCT_LINE,
              IS_PURCHASE,
              PRODUCT_NAME,
              PRODUCT_CATEGORY,
              CUSTOMER_NAME,
              CUSTOMER_REGION,
              CUSTOMER_COUNTRY,
              BATCH_ID,
              RECORD_NUMBER,
              KNOWN_AT,
              KNOWN_AT_BASIS)
          .key(SALES_LINE_ID)
          .partitionedBy("months(order_date)")
          .sortedBy(ORDER_DATE, ORDER_ID)
          .prunedBy(ORDER_DATE)
          .build();

  private CnfSalesLine() {}
}
