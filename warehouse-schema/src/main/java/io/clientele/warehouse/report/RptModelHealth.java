package io.clientele.warehouse.report;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Can I believe the models: grade, baseline, reason. */
public final class RptModelHealth {
  public static final Field MODEL_FAMILY =
      Field.durableKey("model_family", FieldType.STRING, "churn, segment, value");
  public static final Field AS_OF_DATE =
      Field.attribute("as_of_date", FieldType.DATE, "As-of date").required();
  public static final Field STATUS =
      Field.attribute("status", FieldType.STRING, "Whether it scores")
          .required()
          .oneOf("scoring", "withheld");
  public static final Field STATUS_REASON =
      Field.attribute("status_reason", FieldType.STRING, "Why, in words").required();
  public static final Field MODEL_VERSION =
      Field.attribute("model_version", FieldType.STRING, "Version that scores");
  public static final Field GRADE =
      Field.attribute(
              "grade",
              FieldType.STRING,
              "A clearly better than the baseline, B a little, C not better or too little data")
          .oneOf("A", "B", "C");
  public static final Field METRIC_NAME =
      Field.attribute("metric_name", FieldType.STRING, "What is measured");
  public static final Field METRIC_VALUE =
      Field.measure("metric_value", FieldType.DOUBLE, Additivity.NON_ADDITIVE, "The model");
  public static final Field BASELINE_NAME =
      Field.attribute("baseline_name", FieldType.STRING, "The plain rule beside it");
  public static final Field BASELINE_VALUE =
      Field.measure("baseline_value", FieldType.DOUBLE, Additivity.NON_ADDITIVE, "The rule");
  public static final Field TRAINED_ON =
      Field.attribute("trained_on", FieldType.STRING, "Data window in words");
  public static final Field TRAINED_AT_DATE =
      Field.attribute("trained_at_date", FieldType.DATE, "As-of date of the training");

  public static final TableSpec TABLE =
      TableSpec.table("rpt_model_health")
          .grain("one row per model family")
          .fields(
              MODEL_FAMILY,
              AS_OF_DATE,
              STATUS,
              STATUS_REASON,
              MODEL_VERSION,
              GRADE,
              METRIC_NAME,
              METRIC_VALUE,
              BASELINE_NAME,
              BASELINE_VALUE,
              TRAINED_ON,
              TRAINED_AT_DATE)
          .key(MODEL_FAMILY)
          .build();

  private RptModelHealth() {}
}
