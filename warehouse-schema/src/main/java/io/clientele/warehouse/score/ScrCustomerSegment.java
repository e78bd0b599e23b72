package io.clientele.warehouse.score;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Segments by rule (RFM quintiles, ABC class, stage), and segments found by k-means. */
public final class ScrCustomerSegment {
  public static final Field CUSTOMER_ID =
      Field.durableKey("customer_id", FieldType.STRING, "Durable id of the customer")
          .personal(PersonalData.PSEUDONYM);
  public static final Field AS_OF_DATE =
      Field.durableKey("as_of_date", FieldType.DATE, "Nothing on or after this local day was used");
  public static final Field R_SCORE =
      Field.measure(
              "r_score",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Recency quintile 1 to 5, 5 = bought most recently")
          .required();
  public static final Field F_SCORE =
      Field.measure(
              "f_score",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Frequency quintile 1 to 5, 5 = most orders")
          .required();
  public static final Field M_SCORE =
      Field.measure(
              "m_score",
              FieldType.INT,
              Additivity.NON_ADDITIVE,
              "Monetary quintile 1 to 5, 5 = highest net spend")
          .required();
  public static final Field RFM_SEGMENT =
      Field.attribute("rfm_segment", FieldType.STRING, "Readable segment from the three scores")
          .required();
  public static final Field ABC_CLASS =
      Field.attribute(
              "abc_class",
              FieldType.STRING,
              "Pareto class by net spend of the last 365 days: A makes 80 %, B the next 15 %, C the rest")
          .required()
          .oneOf("A", "B", "C");
  public static final Field LIFECYCLE_STAGE =
      Field.attribute("lifecycle_stage", FieldType.STRING, "Where the relation stands")
          .required()
          .oneOf("new", "active", "growing", "slowing", "lapsing", "lost", "won back");
  public static final Field SPEND_TOTAL =
      Field.measure("spend_total", FieldType.MONEY, Additivity.SEMI_ADDITIVE, "Net spend ever")
          .required();
  public static final Field SPEND_LAST_365_DAYS =
      Field.measure(
              "spend_last_365_days",
              FieldType.MONEY,
              Additivity.SEMI_ADDITIVE,
              "Net spend of the last 365 days")
          .required();
  public static final Field PREVIOUS_SEGMENT =
      Field.attribute(
          "previous_segment", FieldType.STRING, "Segment of the newest earlier as-of date");
  public static final Field MODEL_VERSION =
      Field.lineage("model_version", FieldType.STRING, "Version of the model that made the row");

  public static final Field SEGMENT_ID =
      Field.attribute(
          "segment_id",
          FieldType.INT,
          "Segment found by k-means, the same over retrains; empty = no stable segments");
  public static final Field SEGMENT_NAME =
      Field.attribute("segment_name", FieldType.STRING, "What sets it apart, in words");
  public static final Field SEGMENT_DISTANCE =
      Field.measure(
          "segment_distance",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "Distance to the segment's centre, in deviations of the logarithms");
  public static final Field SECOND_SEGMENT_ID =
      Field.attribute("second_segment_id", FieldType.INT, "The nearest other segment");
  public static final Field SEGMENT_MARGIN =
      Field.measure(
          "segment_margin",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "How much farther its centre is; negative = the customer only stays, at most by the"
              + " model's margin");
  public static final Field SEGMENT_SILHOUETTE =
      Field.measure(
          "segment_silhouette",
          FieldType.DOUBLE,
          Additivity.NON_ADDITIVE,
          "segment_margin / the larger of both distances, -1 to 1");
  public static final Field PREVIOUS_SEGMENT_ID =
      Field.attribute(
          "previous_segment_id", FieldType.INT, "segment_id of the newest earlier as-of date");
  public static final Field MOVE_TYPE =
      Field.attribute("move_type", FieldType.STRING, "What became of it since then")
          .oneOf("first", "stayed", "moved by purchase", "moved without purchase", "segment ended");
  public static final Field SEGMENT_MODEL_VERSION =
      Field.attribute(
          "segment_model_version", FieldType.STRING, "Version of the model behind segment_id");

  public static final TableSpec TABLE =
      TableSpec.table("scr_customer_segment")
          .grain("one row per customer with a purchase and as-of date")
          .fields(
              CUSTOMER_ID,
              AS_OF_DATE,
              R_SCORE,
              F_SCORE,
              M_SCORE,
              RFM_SEGMENT,
              ABC_CLASS,
              LIFECYCLE_STAGE,
              SPEND_TOTAL,
              SPEND_LAST_365_DAYS,
              PREVIOUS_SEGMENT,
              MODEL_VERSION,
              SEGMENT_ID,
              SEGMENT_NAME,
              SEGMENT_DISTANCE,
              SECOND_SEGMENT_ID,
              SEGMENT_MARGIN,
              SEGMENT_SILHOUETTE,
              PREVIOUS_SEGMENT_ID,
              MOVE_TYPE,
              SEGMENT_MODEL_VERSION)
          .key(CUSTOMER_ID, AS_OF_DATE)
          .partitionedBy("as_of_date")
          .sortedBy(CUSTOMER_ID)
          .build();

  private ScrCustomerSegment() {}
}
