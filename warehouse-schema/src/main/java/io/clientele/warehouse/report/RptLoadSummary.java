package io.clientele.warehouse.report;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** What came in and where it went, newest run first. */
public final class RptLoadSummary {
  public static final Field SOURCE =
      Field.durableKey("source", FieldType.STRING, "Name of the source");
  public static final Field ENTITY =
      Field.durableKey("entity", FieldType.STRING, "Name of the source entity");
  public static final Field OUTCOME =
      Field.durableKey(
          "outcome",
          FieldType.STRING,
          "landed = staged + filtered + quarantined; of sales lines staged = loaded + repeated +"
              + " replaced + refused; fact = loaded, the rows of fct_sales, which have no source"
              + " entity");
  public static final Field CANONICAL_ENTITY =
      Field.attribute("canonical_entity", FieldType.STRING, "Canonical entity").required();
  public static final Field ROW_COUNT =
      Field.measure("row_count", FieldType.BIGINT, Additivity.ADDITIVE, "Rows ever").required();
  public static final Field AMOUNT =
      Field.measure(
          "amount", FieldType.MONEY, Additivity.ADDITIVE, "Money ever, where it can be read");
  public static final Field UNREADABLE_AMOUNT_COUNT =
      Field.measure(
              "unreadable_amount_count",
              FieldType.BIGINT,
              Additivity.ADDITIVE,
              "Rows whose amount cannot be read")
          .required();

  public static final Field NEWEST_DELIVERY_ON =
      Field.attribute(
          "newest_delivery_on",
          FieldType.DATE,
          "Day, UTC, on which its newest delivery arrived; on rows of outcome landed");
  public static final Field USUAL_GAP_DAYS =
      Field.attribute(
          "usual_gap_days",
          FieldType.INT,
          "Longest gap between its last six days with arrivals; empty = fewer than four yet");
  public static final Field IS_OVERDUE =
      Field.attribute(
          "is_overdue",
          FieldType.BOOLEAN,
          "Whether it brought nothing for more than twice its usual gap until the run");

  public static final TableSpec TABLE =
      TableSpec.table("rpt_load_summary")
          .grain("one row per source entity and outcome")
          .fields(
              SOURCE,
              ENTITY,
              OUTCOME,
              CANONICAL_ENTITY,
              ROW_COUNT,
              AMOUNT,
              UNREADABLE_AMOUNT_COUNT,
              NEWEST_DELIVERY_ON,
              USUAL_GAP_DAYS,
              IS_OVERDUE)
          .key(SOURCE, ENTITY, OUTCOME)
          .build();

  private RptLoadSummary() {}
}
