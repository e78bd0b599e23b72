package io.clientele.warehouse.score;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Which products are bought together more often than chance and simpler rules explain. */
public final class ScrAssociationRule {
  public static final Field RULE_ID =
      Field.durableKey(
          "rule_id", FieldType.STRING, "Hash of both sides: the same rule keeps it over trainings");
  public static final Field AS_OF_DATE =
      Field.attribute("as_of_date", FieldType.DATE, "As-of date of the training that found it")
          .required();
  public static final Field ANTECEDENT =
      Field.attribute(
              "antecedent", FieldType.STRING, "Product codes of the left side, with + between")
          .required();
  public static final Field ANTECEDENT_NAMES =
      Field.attribute("antecedent_names", FieldType.STRING, "Their names, with + between")
          .required();
  public static final Field CONSEQUENT =
      Field.attribute("consequent", FieldType.STRING, "Product code of the right side").required();
  public static final Field CONSEQUENT_NAME =
      Field.attribute("consequent_name", FieldType.STRING, "Its name").required();
  public static final Field BASKET_COUNT =
      Field.measure(
              "basket_count",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Baskets with both sides; orders given back whole do not count")
          .required();
  public static final Field ANTECEDENT_BASKET_COUNT =
      Field.measure(
              "antecedent_basket_count",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Baskets with the left side")
          .required();
  public static final Field SUPPORT = share("support", "Share of all baskets with both sides");
  public static final Field CONFIDENCE =
      share("confidence", "Share of the left side's baskets that hold the right side, too");
  public static final Field LIFT =
      share("lift", "Confidence over the right side's share of all baskets; 1 = independent");
  public static final Field LIFT_LOW =
      share("lift_low", "Lower end of the 95 % interval of the lift");
  public static final Field LIFT_HIGH = share("lift_high", "Upper end of that interval");
  public static final Field SIZE_ADJUSTED_LIFT =
      share(
          "size_adjusted_lift",
          "Baskets with both sides over those that frequencies and basket sizes alone would give");
  public static final Field LEVERAGE =
      share("leverage", "Support above that of independence, -0.25 to 0.25");
  public static final Field CONVICTION =
      Field.measure(
          "conviction",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "How much more often the rule would fail under independence; empty = it never fails");
  public static final Field P_VALUE =
      share(
          "p_value", "Larger of Fisher's exact test and the test that knows basket sizes, 0 to 1");
  public static final Field Q_VALUE =
      share("q_value", "Smallest false-discovery rate at which the rule is kept, 0 to 1");
  public static final Field HAS_SURVIVED_NEXT_PERIOD =
      Field.attribute(
          "has_survived_next_period",
          FieldType.BOOLEAN,
          "True: found before the held-out window, it still held in it; empty = not found before; a"
              + " rule that did not hold is left out");
  public static final Field MODEL_VERSION =
      Field.lineage("model_version", FieldType.STRING, "Version of the model that holds the rule");

  public static final TableSpec TABLE =
      TableSpec.table("scr_association_rule")
          .grain("one row per rule of the model that scores")
          .fields(
              RULE_ID,
              AS_OF_DATE,
              ANTECEDENT,
              ANTECEDENT_NAMES,
              CONSEQUENT,
              CONSEQUENT_NAME,
              BASKET_COUNT,
              ANTECEDENT_BASKET_COUNT,
              SUPPORT,
              CONFIDENCE,
              LIFT,
              LIFT_LOW,
              LIFT_HIGH,
              SIZE_ADJUSTED_LIFT,
              LEVERAGE,
              CONVICTION,
              P_VALUE,
              Q_VALUE,
              HAS_SURVIVED_NEXT_PERIOD,
              MODEL_VERSION)
          .key(RULE_ID)
          .build();

  private ScrAssociationRule() {}

  private static Field share(String name, String sentence) {
    return Field.measure(name, FieldType.DOUBLE, Additivity.NON_ADDITIVE, sentence).required();
  }
}
