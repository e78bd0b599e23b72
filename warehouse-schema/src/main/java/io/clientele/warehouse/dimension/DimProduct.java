package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** What was bought: versions of products. */
public final class DimProduct {
  public static final Field PRODUCT_KEY =
      Field.surrogateKey("product_key", "Hash of product and start of validity; -1 = unknown");
  public static final Field PRODUCT_ID =
      Field.attribute("product_id", FieldType.STRING, "Product code, conformed").required();
  public static final Field PRODUCT_NAME =
      Field.tracked("product_name", FieldType.STRING, "Name of the product");
  public static final Field CATEGORY = Field.tracked("category", FieldType.STRING, "Category");
  public static final Field BRAND = Field.tracked("brand", FieldType.STRING, "Brand");
  public static final Field LIST_PRICE =
      Field.tracked("list_price", FieldType.PRICE, "List price of one unit in company currency");
  public static final Field IS_DELETED =
      Field.tracked(
          "is_deleted",
          FieldType.BOOLEAN,
          "Whether it is gone: a full extract of its source no longer holds it; empty = inferred");
  public static final Field VALID_FROM =
      Field.validity(
          "valid_from",
          FieldType.TIMESTAMP,
          "Start of validity in the business, UTC, inclusive; a first version starts 1900-01-01");
  public static final Field VALID_TO =
      Field.validity(
          "valid_to", FieldType.TIMESTAMP, "End of validity, UTC, exclusive; open = 9999-12-31");
  public static final Field IS_CURRENT =
      Field.validity("is_current", FieldType.BOOLEAN, "Whether it is the open version");
  public static final Field IS_INFERRED =
      Field.validity("is_inferred", FieldType.BOOLEAN, "Known from sales lines only");
  public static final Field KNOWN_AT =
      Field.audit(
          "known_at",
          FieldType.TIMESTAMP,
          "When the row became known to us, UTC: arrival of its batch, or for history the end of its business day");
  public static final Field KNOWN_AT_BASIS =
      Field.audit("known_at_basis", FieldType.STRING, "What known_at rests on")
          .oneOf("arrival", "business_date");

  public static final TableSpec TABLE =
      TableSpec.table("dim_product")
          .grain("one row per product version")
          .fields(
              PRODUCT_KEY,
              PRODUCT_ID,
              PRODUCT_NAME,
              CATEGORY,
              BRAND,
              LIST_PRICE,
              IS_DELETED,
              VALID_FROM,
              VALID_TO,
              IS_CURRENT,
              IS_INFERRED,
              KNOWN_AT,
              KNOWN_AT_BASIS)
          .key(PRODUCT_KEY)
          .sortedBy(PRODUCT_ID, VALID_FROM)
          .build();

  private DimProduct() {}
}
