package io.clientele.warehouse.spec;

/** The columns that every staged row carries: its address, its clocks, whether it was refused. */
public final class Lineage {
  public static final Field SOURCE =
      Field.lineage("source", FieldType.STRING, "Name of the source in the configuration");
  public static final Field BATCH_ID =
      Field.lineage("batch_id", FieldType.STRING, "Landing batch of the row");
  public static final Field RECORD_NUMBER =
      Field.lineage(
          "record_number",
          FieldType.BIGINT,
          "Record number in the landed file, first data record = 1");
  public static final Field BYTE_OFFSET =
      Field.lineage(
          "byte_offset", FieldType.BIGINT, "Where the record starts in the uncompressed file");
  public static final Field EFFECTIVE_AT =
      Field.lineage(
          "effective_at",
          FieldType.TIMESTAMP,
          "Business time of the row, UTC: mapped, else the business time of its batch");
  public static final Field BATCH_EFFECTIVE_AT =
      Field.lineage("batch_effective_at", FieldType.TIMESTAMP, "Business time of the batch, UTC");
  public static final Field IS_REJECTED =
      Field.lineage("is_rejected", FieldType.BOOLEAN, "Whether the row was refused in staging");
  public static final Field REJECT_REASONS =
      Field.lineage(
          "reject_reasons", FieldType.STRINGS, "All reasons of a refused row, each code(column)");
  public static final Field RAW_TEXT =
      Field.lineage("raw_text", FieldType.STRING, "The refused record as it came")
          .personal(PersonalData.PSEUDONYM);
  public static final Field KNOWN_AT =
      Field.audit(
          "known_at",
          FieldType.TIMESTAMP,
          "When the row became known to us, UTC: arrival of its batch, or for history the end of"
              + " its business day");
  public static final Field KNOWN_AT_BASIS =
      Field.audit("known_at_basis", FieldType.STRING, "What known_at rests on")
          .oneOf("arrival", "business_date");

  private Lineage() {}

  /** In column order, behind the canonical fields of a staging shape. */
  public static Field[] staging() {
    return new Field[] {
      SOURCE,
      BATCH_ID,
      RECORD_NUMBER,
      BYTE_OFFSET,
      EFFECTIVE_AT,
      BATCH_EFFECTIVE_AT,
      IS_REJECTED,
      REJECT_REASONS,
      RAW_TEXT,
      KNOWN_AT,
      KNOWN_AT_BASIS
    };
  }
}
