package io.clientele.warehouse.report;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** The churn-risk list, best first. */
public final class RptChurnCallList {
  public static final Field LIST_RANK =
      Field.durableKey("list_rank", FieldType.INT, "Place by value at risk, 1 = call first");
  public static final Field CUSTOMER_ID =
      Field.attribute("customer_id", FieldType.STRING, "Durable id of the customer")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field AS_OF_DATE =
      Field.attribute("as_of_date", FieldType.DATE, "As-of date of the scores").required();
  public static final Field SOURCE_CUSTOMER_IDS =
      Field.attribute(
              "source_customer_ids",
              FieldType.STRING,
              "Customer numbers in the sources, source:number, separated by blanks")
          .personal(PersonalData.PSEUDONYM);
  public static final Field FULL_NAME =
      Field.attribute("full_name", FieldType.STRING, "Name").personal(PersonalData.CONTACT);
  public static final Field EMAIL =
      Field.attribute("email", FieldType.STRING, "E-mail address").personal(PersonalData.CONTACT);
  public static final Field PHONE =
      Field.attribute("phone", FieldType.STRING, "Phone number").personal(PersonalData.CONTACT);
  public static final Field CITY = Field.attribute("city", FieldType.STRING, "City");
  public static final Field REGION = Field.attribute("region", FieldType.STRING, "Sales region");
  public static final Field COUNTRY = Field.attribute("country", FieldType.STRING, "Country");
  public static final Field IS_MARKETING_ALLOWED =
      Field.attribute(
          "is_marketing_allowed",
          FieldType.BOOLEAN,
          "Whether contact is allowed; empty = not known");
  public static final Field RFM_SEGMENT =
      Field.attribute("rfm_segment", FieldType.STRING, "RFM segment");
  public static final Field ABC_CLASS =
      Field.attribute("abc_class", FieldType.STRING, "Pareto class");
  public static final Field CHURN_PROBABILITY =
      Field.measure(
          "churn_probability",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Calibrated probability of no purchase in the horizon");
  public static final Field RISK_BAND =
      Field.attribute("risk_band", FieldType.STRING, "Band of the probability");
  public static final Field VALUE_AT_RISK =
      Field.measure(
          "value_at_risk",
          FieldType.MONEY,
          Additivity.SEMI_ADDITIVE,
          "Net spend at risk in the horizon");
  public static final Field USUAL_GAP_DAYS =
      Field.measure(
          "usual_gap_days",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Usual days between purchases");
  public static final Field CURRENT_GAP_DAYS =
      Field.measure(
          "current_gap_days",
          FieldType.INT,
          Additivity.NON_ADDITIVE,
          "Days since the last purchase");
  public static final Field IS_EARLY_WARNING =
      Field.attribute(
          "is_early_warning",
          FieldType.BOOLEAN,
          "A regular whose cycle stretches or whose volume shrinks");
  public static final Field REASON_1_TEXT =
      Field.attribute("reason_1_text", FieldType.STRING, "First reason");
  public static final Field REASON_2_TEXT =
      Field.attribute("reason_2_text", FieldType.STRING, "Second reason");
  public static final Field REASON_3_TEXT =
      Field.attribute("reason_3_text", FieldType.STRING, "Third reason");
  public static final Field SPEND_LAST_365_DAYS =
      Field.measure(
          "spend_last_365_days",
          FieldType.MONEY,
          Additivity.SEMI_ADDITIVE,
          "Net spend of the last 365 days");
  public static final Field LAST_PURCHASE_ON =
      Field.attribute("last_purchase_on", FieldType.DATE, "Last purchase day");
  public static final Field DATA_CONFIDENCE =
      Field.attribute(
          "data_confidence", FieldType.STRING, "How much history stands behind the row");
  public static final Field MODEL_VERSION =
      Field.lineage("model_version", FieldType.STRING, "Version of the model that made the row");

  public static final TableSpec TABLE =
      TableSpec.table("rpt_churn_call_list")
          .grain("one row per scored customer of the newest as-of date")
          .fields(
              LIST_RANK,
              CUSTOMER_ID,
              AS_OF_DATE,
              SOURCE_CUSTOMER_IDS,
              FULL_NAME,
              EMAIL,
              PHONE,
              CITY,
              REGION,
              COUNTRY,
              IS_MARKETING_ALLOWED,
              RFM_SEGMENT,
              ABC_CLASS,
              CHURN_PROBABILITY,
              RISK_BAND,
              VALUE_AT_RISK,
              USUAL_GAP_DAYS,
              CURRENT_GAP_DAYS,
              IS_EARLY_WARNING,
              REASON_1_TEXT,
              REASON_2_TEXT,
              REASON_3_TEXT,
              SPEND_LAST_365_DAYS,
              LAST_PURCHASE_ON,
              DATA_CONFIDENCE,
              MODEL_VERSION)
          .key(LIST_RANK)
          .sortedBy(LIST_RANK)
          .build();

  private RptChurnCallList() {}
}
