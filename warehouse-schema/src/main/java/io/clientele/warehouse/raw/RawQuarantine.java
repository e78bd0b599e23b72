package io.clientele.warehouse.raw;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Every refused row, with all its reasons and its address. */
public final class RawQuarantine {
  public static final Field BATCH_ID =
      Field.durableKey("batch_id", FieldType.STRING, "Landing batch of the record");
  public static final Field RECORD_NUMBER =
      Field.durableKey(
          "record_number",
          FieldType.BIGINT,
          "Record number in the landed file, first data record = 1");
  public static final Field REFUSED_BY =
      Field.durableKey("refused_by", FieldType.STRING, "Layer that refused it")
          .oneOf("staging", "conformed");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field ENTITY =
      Field.attribute("entity", FieldType.STRING, "Name of the source entity").required();
  public static final Field BYTE_OFFSET =
      Field.attribute(
          "byte_offset", FieldType.BIGINT, "Where the record starts in the uncompressed file");
  public static final Field REASONS =
      Field.attribute("reasons", FieldType.STRINGS, "All reasons, each code(column)").required();
  public static final Field AMOUNT =
      Field.measure(
          "amount",
          FieldType.MONEY,
          Additivity.ADDITIVE,
          "Money in the record where it can be read, in the currency of its source");
  public static final Field RAW_TEXT =
      Field.attribute(
              "raw_text", FieldType.STRING, "The record as it came, at most 4,000 characters")
          .personal(PersonalData.PSEUDONYM);
  public static final Field STATUS =
      Field.attribute("status", FieldType.STRING, "What became of it")
          .required()
          .oneOf("open", "replayed", "resolved");
  public static final Field REFUSED_IN_RUN_ID =
      Field.audit("refused_in_run_id", FieldType.STRING, "Run that refused it");
  public static final Field SETTLED_IN_RUN_ID =
      Field.audit("settled_in_run_id", FieldType.STRING, "Run that replayed or resolved it");

  public static final TableSpec TABLE =
      TableSpec.table("raw_quarantine")
          .grain("one row per refused record and stage")
          .fields(
              BATCH_ID,
              RECORD_NUMBER,
              REFUSED_BY,
              SOURCE,
              ENTITY,
              BYTE_OFFSET,
              REASONS,
              AMOUNT,
              RAW_TEXT,
              STATUS,
              REFUSED_IN_RUN_ID,
              SETTLED_IN_RUN_ID)
          .key(BATCH_ID, RECORD_NUMBER, REFUSED_BY)
          .build();

  private RawQuarantine() {}
}
