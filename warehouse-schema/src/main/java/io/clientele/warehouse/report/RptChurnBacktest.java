package io.clientele.warehouse.report;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** What was predicted at past cut-offs, and what happened. */
public final class RptChurnBacktest {
  public static final Field MODEL_VERSION =
      Field.durableKey("model_version", FieldType.STRING, "Version of the model that is judged");
  public static final Field CUT_OFF_DATE =
      Field.durableKey("cut_off_date", FieldType.DATE, "As-of date of the prediction");
  public static final Field TENTH =
      Field.durableKey("tenth", FieldType.INT, "1 = most likely to leave, 10 = least");
  public static final Field CUSTOMER_COUNT =
      Field.measure("customer_count", FieldType.BIGINT, Additivity.ADDITIVE, "Customers")
          .required();
  public static final Field MEAN_PREDICTED =
      Field.measure(
              "mean_predicted",
              FieldType.DOUBLE,
              Additivity.NON_ADDITIVE,
              "Mean predicted probability, 0 to 1")
          .required();
  public static final Field REALISED_SHARE =
      Field.measure(
              "realised_share",
              FieldType.DOUBLE,
              Additivity.NON_ADDITIVE,
              "Share that did not buy in the horizon, 0 to 1")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("rpt_churn_backtest")
          .grain("one row per model version, cut-off and tenth of customers by probability")
          .fields(
              MODEL_VERSION, CUT_OFF_DATE, TENTH, CUSTOMER_COUNT, MEAN_PREDICTED, REALISED_SHARE)
          .key(MODEL_VERSION, CUT_OFF_DATE, TENTH)
          .build();

  private RptChurnBacktest() {}
}
