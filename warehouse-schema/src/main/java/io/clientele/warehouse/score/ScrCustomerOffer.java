package io.clientele.warehouse.score;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** What to offer whom, why, and what was taken off the offers for which reason. */
public final class ScrCustomerOffer {
  public static final Field CUSTOMER_ID =
      Field.durableKey("customer_id", FieldType.STRING, "Durable id of the customer")
          .personal(PersonalData.PSEUDONYM);
  public static final Field AS_OF_DATE =
      Field.durableKey("as_of_date", FieldType.DATE, "Nothing on or after this local day was used");
  public static final Field PRODUCT_ID =
      Field.durableKey("product_id", FieldType.STRING, "Product code, conformed");
  public static final Field PRODUCT_KEY =
      Field.reference(
          "product_key",
          FieldType.BIGINT,
          "dim_product",
          "Current version of the product; -1 = no longer in the catalogue");
  public static final Field OFFER_RANK =
      Field.measure(
          "offer_rank",
          FieldType.INT,
          Additivity.NON_ADDITIVE,
          "Place among the customer's offers, among the reminders for a repurchase; 1 = first,"
              + " empty = taken off");
  public static final Field SCORE =
      Field.measure(
              "score",
              FieldType.DOUBLE,
              Additivity.NON_ADDITIVE,
              "How well it suits: places by rules and by alike histories fused, higher is better;"
                  + " of a repurchase the purchase days")
          .required();
  public static final Field SOURCE =
      Field.attribute(
              "source",
              FieldType.STRING,
              "Where the offer comes from: baskets, histories of buyers of the same product, or"
                  + " the customer's own rhythm")
          .required()
          .oneOf("rule", "similar_product", "repurchase");
  public static final Field RULE_ID =
      Field.attribute("rule_id", FieldType.STRING, "Rule of scr_association_rule behind it");
  public static final Field EVIDENCE_TEXT =
      Field.attribute("evidence_text", FieldType.STRING, "Why, in words").required();
  public static final Field DUE_DATE =
      Field.attribute(
          "due_date", FieldType.DATE, "Of a repurchase: last purchase plus the usual gap");
  public static final Field IS_ELIGIBLE =
      Field.attribute("is_eligible", FieldType.BOOLEAN, "Whether it may be offered").required();
  public static final Field EXCLUDED_REASON =
      Field.attribute("excluded_reason", FieldType.STRING, "Why not")
          .oneOf(
              "already bought",
              "not sold lately",
              "no longer in the catalogue",
              "no consent to be contacted");
  public static final Field MODEL_VERSION =
      Field.lineage("model_version", FieldType.STRING, "Version of the model that made the row");

  public static final TableSpec TABLE =
      TableSpec.table("scr_customer_offer")
          .grain("one row per customer, as-of date and product that was considered for the top")
          .fields(
              CUSTOMER_ID,
              AS_OF_DATE,
              PRODUCT_ID,
              PRODUCT_KEY,
              OFFER_RANK,
              SCORE,
              SOURCE,
              RULE_ID,
              EVIDENCE_TEXT,
              DUE_DATE,
              IS_ELIGIBLE,
              EXCLUDED_REASON,
              MODEL_VERSION)
          .key(CUSTOMER_ID, AS_OF_DATE, PRODUCT_ID)
          .partitionedBy("as_of_date")
          .sortedBy(CUSTOMER_ID)
          .build();

  private ScrCustomerOffer() {}
}
