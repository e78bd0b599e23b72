package io.clientele.warehouse.score;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Who will not buy in the next days. */
public final class ScrCustomerChurn {
  public static final Field CUSTOMER_ID =
      Field.durableKey("customer_id", FieldType.STRING, "Durable id of the customer")
          .personal(PersonalData.PSEUDONYM);
  public static final Field AS_OF_DATE =
      Field.durableKey("as_of_date", FieldType.DATE, "Nothing on or after this local day was used");
  public static final Field IS_ELIGIBLE =
      Field.attribute("is_eligible", FieldType.BOOLEAN, "Whether the customer is scored")
          .required();
  public static final Field INELIGIBLE_REASON =
      Field.attribute("ineligible_reason", FieldType.STRING, "Why not");
  public static final Field HORIZON_DAYS =
      Field.attribute("horizon_days", FieldType.INT, "Days looked ahead").required();
  public static final Field CHURN_DEFINITION =
      Field.attribute("churn_definition", FieldType.STRING, "What leaving means, in words")
          .required();
  public static final Field CHURN_PROBABILITY =
      Field.measure(
          "churn_probability",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Calibrated probability of no purchase in the horizon, 0 to 1");
  public static final Field PROBABILITY_LOW =
      Field.measure(
          "probability_low",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Lower end of the 90 % band of the calibration, 0 to 1");
  public static final Field PROBABILITY_HIGH =
      Field.measure(
          "probability_high", FieldType.DOUBLE, Additivity.NON_ADDITIVE, "Upper end, 0 to 1");
  public static final Field SCORE_0_100 =
      Field.measure(
          "score_0_100",
          FieldType.INT,
          Additivity.NON_ADDITIVE,
          "churn_probability x 100, rounded");
  public static final Field PERCENTILE =
      Field.measure(
          "percentile",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Share of scored customers at most as likely to leave, 0 to 1");
  public static final Field RISK_BAND =
      Field.attribute("risk_band", FieldType.STRING, "Band of the probability")
          .oneOf("low", "medium", "high", "very high");
  public static final Field PREVIOUS_PROBABILITY =
      Field.measure(
          "previous_probability",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Probability of the newest earlier as-of date");
  public static final Field DELTA =
      Field.measure(
          "delta",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "churn_probability - previous_probability");
  public static final Field REASON_1_CODE =
      Field.attribute("reason_1_code", FieldType.STRING, "Feature behind reason 1");
  public static final Field REASON_1_VALUE =
      Field.measure(
          "reason_1_value", FieldType.DOUBLE, Additivity.NON_ADDITIVE, "Value of that feature");
  public static final Field REASON_1_TEXT =
      Field.attribute("reason_1_text", FieldType.STRING, "Reason 1 in words");
  public static final Field REASON_1_CONTRIBUTION =
      Field.measure(
          "reason_1_contribution",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Its contribution to the log-odds of leaving");
  public static final Field REASON_2_CODE =
      Field.attribute("reason_2_code", FieldType.STRING, "Feature behind reason 2");
  public static final Field REASON_2_VALUE =
      Field.measure(
          "reason_2_value", FieldType.DOUBLE, Additivity.NON_ADDITIVE, "Value of that feature");
  public static final Field REASON_2_TEXT =
      Field.attribute("reason_2_text", FieldType.STRING, "Reason 2 in words");
  public static final Field REASON_2_CONTRIBUTION =
      Field.measure(
          "reason_2_contribution",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Its contribution to the log-odds of leaving");
  public static final Field REASON_3_CODE =
      Field.attribute("reason_3_code", FieldType.STRING, "Feature behind reason 3");
  public static final Field REASON_3_VALUE =
      Field.measure(
          "reason_3_value", FieldType.DOUBLE, Additivity.NON_ADDITIVE, "Value of that feature");
  public static final Field REASON_3_TEXT =
      Field.attribute("reason_3_text", FieldType.STRING, "Reason 3 in words");
  public static final Field REASON_3_CONTRIBUTION =
      Field.measure(
          "reason_3_contribution",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Its contribution to the log-odds of leaving");
  public static final Field USUAL_GAP_DAYS =
      Field.measure(
          "usual_gap_days",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Median days between purchase days");
  public static final Field CURRENT_GAP_DAYS =
      Field.measure(
              "current_gap_days",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Days since the last purchase day")
          .required();
  public static final Field GAP_RATIO =
      Field.measure(
          "gap_ratio",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "current_gap_days / usual_gap_days");
  public static final Field VOLUME_TREND =
      Field.measure(
          "volume_trend",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Spend of the last 90 days / usual 90-day spend of the 270 days before");
  public static final Field IS_EARLY_WARNING =
      Field.attribute(
              "is_early_warning",
              FieldType.BOOLEAN,
              "A regular whose cycle stretches or whose volume shrinks")
          .required();
  public static final Field VALUE_AT_RISK =
      Field.measure(
          "value_at_risk",
          FieldType.MONEY,
          Additivity.SEMI_ADDITIVE,
          "churn_probability x net spend expected in the horizon, company currency, never below 0");
  public static final Field DATA_CONFIDENCE =
      Field.attribute("data_confidence", FieldType.STRING, "How much history stands behind the row")
          .required()
          .oneOf("low", "medium", "high");
  public static final Field MODEL_VERSION =
      Field.lineage("model_version", FieldType.STRING, "Version of the model that made the row");

  public static final TableSpec TABLE =
      TableSpec.table("scr_customer_churn")
          .grain("one row per customer with a purchase and as-of date")
          .fields(
              CUSTOMER_ID,
              AS_OF_DATE,
              IS_ELIGIBLE,
              INELIGIBLE_REASON,
              HORIZON_DAYS,
              CHURN_DEFINITION,
              CHURN_PROBABILITY,
              PROBABILITY_LOW,
              PROBABILITY_HIGH,
              SCORE_0_100,
              PERCENTILE,
              RISK_BAND,
              PREVIOUS_PROBABILITY,
              DELTA,
              REASON_1_CODE,
              REASON_1_VALUE,
              REASON_1_TEXT,
              REASON_1_CONTRIBUTION,
              REASON_2_CODE,
              REASON_2_VALUE,
              REASON_2_TEXT,
              REASON_2_CONTRIBUTION,
              REASON_3_CODE,
              REASON_3_VALUE,
              REASON_3_TEXT,
              REASON_3_CONTRIBUTION,
              USUAL_GAP_DAYS,
              CURRENT_GAP_DAYS,
              GAP_RATIO,
              VOLUME_TREND,
              IS_EARLY_WARNING,
              VALUE_AT_RISK,
              DATA_CONFIDENCE,
              MODEL_VERSION)
          .key(CUSTOMER_ID, AS_OF_DATE)
          .partitionedBy("as_of_date")
          .sortedBy(CUSTOMER_ID)
          .build();

  private ScrCustomerChurn() {}
}
