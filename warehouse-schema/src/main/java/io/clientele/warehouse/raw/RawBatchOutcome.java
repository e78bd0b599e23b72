package io.clientele.warehouse.raw;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Where the rows of a batch went: the reconciliation of the way in. */
public final class RawBatchOutcome {
  public static final Field BATCH_ID =
      Field.durableKey("batch_id", FieldType.STRING, "Landing batch");
  public static final Field OUTCOME =
      Field.durableKey(
              "outcome",
              FieldType.STRING,
              "landed = quarantined + staged + filtered; of sales lines staged = loaded + repeated + replaced + refused")
          .oneOf(
              "landed",
              "quarantined",
              "staged",
              "filtered",
              "loaded",
              "repeated",
              "replaced",
              "refused");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field ENTITY =
      Field.attribute("entity", FieldType.STRING, "Name of the source entity").required();
  public static final Field CANONICAL_ENTITY =
      Field.attribute(
              "canonical_entity", FieldType.STRING, "Canonical entity that the source entity feeds")
          .required();
  public static final Field ROW_COUNT =
      Field.measure("row_count", FieldType.BIGINT, Additivity.ADDITIVE, "Rows with this outcome");
  public static final Field AMOUNT =
      Field.measure(
          "amount", FieldType.MONEY, Additivity.ADDITIVE, "Their money where it can be read");
  public static final Field UNREADABLE_AMOUNT_COUNT =
      Field.measure(
          "unreadable_amount_count",
          FieldType.BIGINT,
          Additivity.ADDITIVE,
          "Rows whose amount cannot be read");

  public static final TableSpec TABLE =
      TableSpec.table("raw_batch_outcome")
          .grain("one row per batch and outcome")
          .fields(
              BATCH_ID,
              OUTCOME,
              SOURCE,
              ENTITY,
              CANONICAL_ENTITY,
              ROW_COUNT,
              AMOUNT,
              UNREADABLE_AMOUNT_COUNT)
          .key(BATCH_ID, OUTCOME)
          .build();

  private RawBatchOutcome() {}
}
