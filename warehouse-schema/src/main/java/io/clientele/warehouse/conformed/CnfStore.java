package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;

/** What the sources said about a store, change by change. */
public final class CnfStore {
  public static final Field STORE_ID =
      Field.durableKey("store_id", FieldType.STRING, "Store code, conformed");
  public static final Field EFFECTIVE_AT =
      Field.durableKey(
          "effective_at", FieldType.TIMESTAMP, "Business time from which it holds, UTC");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field STORE_NAME =
      Field.tracked("store_name", FieldType.STRING, "Name of the store");
  public static final Field STORE_CITY =
      Field.tracked("store_city", FieldType.STRING, "City of the store");
  public static final Field STORE_REGION =
      Field.tracked("store_region", FieldType.STRING, "Sales region of the store");
  public static final Field IS_DELETED =
      Field.tracked(
          "is_deleted",
          FieldType.BOOLEAN,
          "Whether it is gone: a full extract no longer holds it from effective_at on");
  public static final Field ATTRIBUTE_HASH =
      Field.attribute("attribute_hash", FieldType.BIGINT, "Hash of the tracked attributes")
          .required();
  public static final Field BATCH_ID =
      Field.lineage("batch_id", FieldType.STRING, "Landing batch of the row");
  public static final Field RECORD_NUMBER =
      Field.lineage(
          "record_number",
          FieldType.BIGINT,
          "Record number in the landed file, first data record = 1");
  public static final Field KNOWN_AT =
      Field.audit(
          "known_at",
          FieldType.TIMESTAMP,
          "When the row became known to us, UTC: arrival of its batch, or for history the end of"
              + " its business day");
  public static final Field KNOWN_AT_BASIS =
      Field.audit("known_at_basis", FieldType.STRING, "What known_at rests on")
          .oneOf("arrival", "business_date");

  public static final TableSpec TABLE =
      TableSpec.table("cnf_store")
          .grain("one row per store and business time of a change")
          .fields(
              STORE_ID,
              EFFECTIVE_AT,
              SOURCE,
              STORE_NAME,
              STORE_CITY,
              STORE_REGION,
              IS_DELETED,
              ATTRIBUTE_HASH,
              BATCH_ID,
              RECORD_NUMBER,
              KNOWN_AT,
              KNOWN_AT_BASIS)
          .key(STORE_ID, EFFECTIVE_AT)
          .sortedBy(STORE_ID, EFFECTIVE_AT)
          .build();

  private CnfStore() {}
}
