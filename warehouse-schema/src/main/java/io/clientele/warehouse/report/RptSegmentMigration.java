package io.clientele.warehouse.report;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** From which segment to which customers and their money went. */
public final class RptSegmentMigration {
  public static final Field FROM_DATE =
      Field.durableKey(
          "from_date",
          FieldType.DATE,
          "As-of date before: the newest earlier one, and the one four weeks ago");
  public static final Field FROM_SEGMENT =
      Field.durableKey(
          "from_segment", FieldType.STRING, "Segment name then; (new) = not a customer yet");
  public static final Field TO_SEGMENT =
      Field.durableKey(
          "to_segment",
          FieldType.STRING,
          "Segment name now; (gone) = merged with another customer or erased");
  public static final Field AS_OF_DATE =
      Field.attribute("as_of_date", FieldType.DATE, "As-of date").required();
  public static final Field CUSTOMER_COUNT =
      Field.measure("customer_count", FieldType.BIGINT, Additivity.ADDITIVE, "Customers")
          .required();
  public static final Field BUYER_COUNT =
      Field.measure(
              "buyer_count",
              FieldType.BIGINT,
              Additivity.ADDITIVE,
              "Those of them who bought between the dates")
          .required();
  public static final Field SPEND_BEFORE =
      Field.measure(
          "spend_before",
          FieldType.MONEY,
          Additivity.ADDITIVE,
          "Their net spend of the 365 days before from_date");
  public static final Field SPEND_AFTER =
      Field.measure(
          "spend_after",
          FieldType.MONEY,
          Additivity.ADDITIVE,
          "Their net spend of the 365 days before as_of_date");

  public static final TableSpec TABLE =
      TableSpec.table("rpt_segment_migration")
          .grain("one row per earlier date, segment then and segment now, of clusters")
          .fields(
              FROM_DATE,
              FROM_SEGMENT,
              TO_SEGMENT,
              AS_OF_DATE,
              CUSTOMER_COUNT,
              BUYER_COUNT,
              SPEND_BEFORE,
              SPEND_AFTER)
          .key(FROM_DATE, FROM_SEGMENT, TO_SEGMENT)
          .build();

  private RptSegmentMigration() {}
}
