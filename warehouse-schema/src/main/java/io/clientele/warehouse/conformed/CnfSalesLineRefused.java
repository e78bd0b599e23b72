package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Staged sales lines that could not be conformed, for example because their head is missing. */
public final class CnfSalesLineRefused {
  public static final Field BATCH_ID =
      Field.durableKey("batch_id", FieldType.STRING, "Landing batch of the record");
  public static final Field RECORD_NUMBER =
      Field.durableKey(
          "record_number",
          FieldType.BIGINT,
          "Record number in the landed file, first data record = 1");
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
  public static final Field IS_RESOLVED =
      Field.attribute(
              "is_resolved", FieldType.BOOLEAN, "Whether what was missing came later and it counts")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("cnf_sales_line_refused")
          .grain("one row per staged sales line that was refused while conforming")
          .fields(
              BATCH_ID,
              RECORD_NUMBER,
              SOURCE,
              ENTITY,
              BYTE_OFFSET,
              REASONS,
              AMOUNT,
              RAW_TEXT,
              IS_RESOLVED)
          .key(BATCH_ID, RECORD_NUMBER)
          .build();

  private CnfSalesLineRefused() {}
}
