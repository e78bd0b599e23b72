package io.clientele.warehouse.report;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Segments with their size and money. */
public final class RptSegmentProfile {
  public static final Field SEGMENT_KIND =
      Field.durableKey(
          "segment_kind",
          FieldType.STRING,
          "rfm_segment, abc_class, lifecycle_stage, risk_band or cluster (found by k-means)");
  public static final Field SEGMENT = Field.durableKey("segment", FieldType.STRING, "Segment");
  public static final Field AS_OF_DATE =
      Field.attribute("as_of_date", FieldType.DATE, "As-of date").required();
  public static final Field CUSTOMER_COUNT =
      Field.measure("customer_count", FieldType.BIGINT, Additivity.ADDITIVE, "Customers")
          .required();
  public static final Field CUSTOMER_SHARE =
      Field.measure(
              "customer_share",
              FieldType.DOUBLE,
              Additivity.NON_ADDITIVE,
              "Share of all customers, 0 to 1")
          .required();
  public static final Field SPEND_LAST_365_DAYS =
      Field.measure(
              "spend_last_365_days",
              FieldType.MONEY,
              Additivity.SEMI_ADDITIVE,
              "Net spend of the last 365 days")
          .required();
  public static final Field SPEND_SHARE =
      Field.measure(
          "spend_share",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Share of all net spend, 0 to 1");
  public static final Field MEAN_SPEND =
      Field.measure(
          "mean_spend",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Mean net spend of the last 365 days");
  public static final Field MEAN_DAYS_SINCE_LAST_PURCHASE =
      Field.measure(
          "mean_days_since_last_purchase",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Mean days since the last purchase");
  public static final Field MEAN_PURCHASE_COUNT =
      Field.measure(
          "mean_purchase_count",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Mean purchase orders ever");
  public static final Field MEAN_CHURN_PROBABILITY =
      Field.measure(
          "mean_churn_probability",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Mean churn probability; empty = not scored");
  public static final Field VALUE_AT_RISK =
      Field.measure(
          "value_at_risk", FieldType.MONEY, Additivity.SEMI_ADDITIVE, "Net spend at risk");

  public static final Field SPEND_INDEX =
      Field.measure(
          "spend_index",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "mean_spend / that of all customers x 100");
  public static final Field SEGMENT_ID =
      Field.attribute("segment_id", FieldType.INT, "Clusters: id that stays over retrains");
  public static final Field RULE =
      Field.attribute("rule", FieldType.STRING, "Clusters: plain rule that rebuilds the segment");
  public static final Field RULE_FIDELITY =
      Field.measure(
          "rule_fidelity",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Share of customers that the rule puts on the right side, 0 to 1");
  public static final Field LINEAGE =
      Field.attribute("lineage", FieldType.STRING, "Clusters: what the last training did to it");

  public static final TableSpec TABLE =
      TableSpec.table("rpt_segment_profile")
          .grain("one row per kind of segment and segment")
          .fields(
              SEGMENT_KIND,
              SEGMENT,
              AS_OF_DATE,
              CUSTOMER_COUNT,
              CUSTOMER_SHARE,
              SPEND_LAST_365_DAYS,
              SPEND_SHARE,
              MEAN_SPEND,
              MEAN_DAYS_SINCE_LAST_PURCHASE,
              MEAN_PURCHASE_COUNT,
              MEAN_CHURN_PROBABILITY,
              VALUE_AT_RISK,
              SPEND_INDEX,
              SEGMENT_ID,
              RULE,
              RULE_FIDELITY,
              LINEAGE)
          .key(SEGMENT_KIND, SEGMENT)
          .build();

  private RptSegmentProfile() {}
}
