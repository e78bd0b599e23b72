package io.clientele.warehouse.raw;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** Every delivery that was landed, with its hash: the address of raw rows. */
public final class RawBatch {
  public static final Field BATCH_ID =
      Field.durableKey(
          "batch_id",
          FieldType.STRING,
          "Source, entity, business date where the name has one, start of the content hash");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source in the configuration")
          .required();
  public static final Field ENTITY =
      Field.attribute("entity", FieldType.STRING, "Name of the source entity in the configuration")
          .required();
  public static final Field FILE_NAME =
      Field.attribute(
          "file_name", FieldType.STRING, "Path of the delivered file below the source folder");
  public static final Field LANDED_PATH =
      Field.attribute(
          "landed_path", FieldType.STRING, "Path of the immutable copy, relative to the warehouse");
  public static final Field CONTENT_HASH =
      Field.attribute(
          "content_hash", FieldType.STRING, "SHA-256 of the delivered bytes, hexadecimal");
  public static final Field FILE_BYTES =
      Field.attribute("file_bytes", FieldType.BIGINT, "Size of the delivered file in bytes");
  public static final Field RECORD_COUNT =
      Field.measure(
          "record_count",
          FieldType.BIGINT,
          Additivity.ADDITIVE,
          "Records counted in the delivered bytes at landing, without the header");
  public static final Field PREVIOUS_RECORD_COUNT =
      Field.attribute(
          "previous_record_count",
          FieldType.BIGINT,
          "Records of the full extract that it follows in business time; empty = there is none");
  public static final Field FILE_MODIFIED_AT =
      Field.attribute(
          "file_modified_at", FieldType.TIMESTAMP, "Modification time of the delivered file, UTC");
  public static final Field STATUS =
      Field.attribute("status", FieldType.STRING, "What became of it")
          .required()
          .oneOf("landed", "repeated", "empty", "unreadable");
  public static final Field NOTE =
      Field.attribute(
          "note",
          FieldType.STRING,
          "Why it is not landed, or what is odd about it, and what to do");
  public static final Field EFFECTIVE_AT =
      Field.attribute(
          "effective_at",
          FieldType.TIMESTAMP,
          "Business time of the delivery, UTC: from the file name where declared, else the arrival");
  public static final Field IS_HISTORY =
      Field.attribute(
          "is_history",
          FieldType.BOOLEAN,
          "Whether its rows count as known on their business day: a first load, or declared so");
  public static final Field MAPPING_VERSION =
      Field.attribute(
          "mapping_version", FieldType.STRING, "Hash of the mapping by which it was staged");
  public static final Field ARRIVED_AT =
      Field.audit("arrived_at", FieldType.TIMESTAMP, "When it was landed, UTC");
  public static final Field LANDED_BY_RUN_ID =
      Field.audit("landed_by_run_id", FieldType.STRING, "Run that landed it");

  public static final TableSpec TABLE =
      TableSpec.table("raw_batch")
          .grain("one row per delivered file or database extract")
          .fields(
              BATCH_ID,
              SOURCE,
              ENTITY,
              FILE_NAME,
              LANDED_PATH,
              CONTENT_HASH,
              FILE_BYTES,
              RECORD_COUNT,
              PREVIOUS_RECORD_COUNT,
              FILE_MODIFIED_AT,
              STATUS,
              NOTE,
              EFFECTIVE_AT,
              IS_HISTORY,
              MAPPING_VERSION,
              ARRIVED_AT,
              LANDED_BY_RUN_ID)
          .key(BATCH_ID)
          .build();

  private RawBatch() {}
}
