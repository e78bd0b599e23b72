package io.clientele.warehouse.score;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** What customers were worth and will be in the next twelve months. */
public final class ScrCustomerValue {
  public static final Field CUSTOMER_ID =
      Field.durableKey("customer_id", FieldType.STRING, "Durable id of the customer")
          .personal(PersonalData.PSEUDONYM);
  public static final Field AS_OF_DATE =
      Field.durableKey("as_of_date", FieldType.DATE, "Nothing on or after this local day was used");
  public static final Field HORIZON_DAYS =
      Field.attribute("horizon_days", FieldType.INT, "Days looked ahead").required();
  public static final Field HAS_ENOUGH_HISTORY =
      Field.attribute(
              "has_enough_history",
              FieldType.BOOLEAN,
              "Whether the customer bought on two days or more: one says nothing of a rhythm")
          .required();
  public static final Field REPEAT_PURCHASES =
      count("repeat_purchases", FieldType.INT, "Purchase days after the first one").required();
  public static final Field LAST_PURCHASE_AGE_WEEKS =
      count(
          "last_purchase_age_weeks", FieldType.DOUBLE, "Weeks from the first to the last purchase");
  public static final Field OBSERVATION_AGE_WEEKS =
      count("observation_age_weeks", FieldType.DOUBLE, "Weeks from the first purchase to tonight");
  public static final Field HISTORIC_VALUE =
      money("historic_value", "Net spend ever, company currency").required();
  public static final Field CURRENT_VALUE =
      money("current_value", "Net spend of the last 365 days, company currency").required();
  public static final Field P_ALIVE =
      count(
          "p_alive", FieldType.DOUBLE, "Probability that the customer still buys; no churn score");
  public static final Field P_NO_PURCHASE_IN_HORIZON =
      count(
          "p_no_purchase_in_horizon",
          FieldType.DOUBLE,
          "Probability of no purchase in the horizon, 0 to 1");
  public static final Field EXPECTED_PURCHASES =
      Field.measure(
          "expected_purchases",
          FieldType.DOUBLE,
          Additivity.SEMI_ADDITIVE,
          "Expected purchase days in the horizon");
  public static final Field EXPECTED_MEAN_SPEND =
      count("expected_mean_spend", FieldType.MONEY, "Expected net spend of a purchase day");
  public static final Field LIFETIME_VALUE =
      money("lifetime_value", "expected_purchases x expected_mean_spend, not discounted");
  public static final Field LIFETIME_VALUE_LOW =
      count(
          "lifetime_value_low",
          FieldType.MONEY,
          "Of ten customers foretold alike one spent less, in the time that judged the model");
  public static final Field LIFETIME_VALUE_HIGH =
      count("lifetime_value_high", FieldType.MONEY, "One of ten such customers spent more");
  public static final Field NAIVE_VALUE =
      money("naive_value", "The plain rule beside it: spend so far goes on at the same rate");
  public static final Field NEXT_ORDER_DATE =
      Field.attribute(
          "next_order_date",
          FieldType.DATE,
          "Day by which half of alike customers who still buy have bought; empty when no purchase"
              + " in the horizon is likelier than one");
  public static final Field MEAN_DAYS_BETWEEN_ORDERS =
      count("mean_days_between_orders", FieldType.DOUBLE, "Mean days between purchase days so far");
  public static final Field VALUE_DECILE =
      count("value_decile", FieldType.INT, "Tenth by lifetime_value, 1 = most valuable");
  public static final Field IS_HIGH_VALUE =
      Field.attribute(
          "is_high_value", FieldType.BOOLEAN, "Among the fifth with the highest lifetime_value");
  public static final Field MODEL_VERSION =
      Field.lineage("model_version", FieldType.STRING, "Version of the model that made the row");

  public static final TableSpec TABLE =
      TableSpec.table("scr_customer_value")
          .grain("one row per customer with a purchase and as-of date")
          .fields(
              CUSTOMER_ID,
              AS_OF_DATE,
              HORIZON_DAYS,
              HAS_ENOUGH_HISTORY,
              REPEAT_PURCHASES,
              LAST_PURCHASE_AGE_WEEKS,
              OBSERVATION_AGE_WEEKS,
              HISTORIC_VALUE,
              CURRENT_VALUE,
              P_ALIVE,
              P_NO_PURCHASE_IN_HORIZON,
              EXPECTED_PURCHASES,
              EXPECTED_MEAN_SPEND,
              LIFETIME_VALUE,
              LIFETIME_VALUE_LOW,
              LIFETIME_VALUE_HIGH,
              NAIVE_VALUE,
              NEXT_ORDER_DATE,
              MEAN_DAYS_BETWEEN_ORDERS,
              VALUE_DECILE,
              IS_HIGH_VALUE,
              MODEL_VERSION)
          .key(CUSTOMER_ID, AS_OF_DATE)
          .partitionedBy("as_of_date")
          .sortedBy(CUSTOMER_ID)
          .build();

  private ScrCustomerValue() {}

  private static Field count(String name, FieldType type, String sentence) {
    return Field.measure(name, type, Additivity.NON_ADDITIVE, sentence);
  }

  private static Field money(String name, String sentence) {
    return Field.measure(name, FieldType.MONEY, Additivity.SEMI_ADDITIVE, sentence);
  }
}
