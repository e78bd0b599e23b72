package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Which customer a record belongs to. */
public final class BrgCustomerRecord {
  public static final Field CUSTOMER_RECORD_ID =
      Field.durableKey(
              "customer_record_id", FieldType.STRING, "Hash of source and source customer id")
          .personal(PersonalData.PSEUDONYM);
  public static final Field CUSTOMER_ID =
      Field.attribute("customer_id", FieldType.STRING, "Durable id of the customer")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .personal(PersonalData.PSEUDONYM);
  public static final Field LINKED_BY =
      Field.attribute(
              "linked_by",
              FieldType.STRING,
              "Rules that link the record to others of the customer, with commas; own record = none")
          .required();
  public static final Field FIRST_SEEN_AT =
      Field.attribute(
          "first_seen_at",
          FieldType.TIMESTAMP,
          "Earliest business time from which the source says anything about the record, UTC; empty = only sales name it, or identities are not matched");

  public static final TableSpec TABLE =
      TableSpec.table("brg_customer_record")
          .grain("one row per customer record")
          .fields(
              CUSTOMER_RECORD_ID, CUSTOMER_ID, SOURCE, SOURCE_CUSTOMER_ID, LINKED_BY, FIRST_SEEN_AT)
          .key(CUSTOMER_RECORD_ID)
          .sortedBy(CUSTOMER_RECORD_ID)
          .build();

  private BrgCustomerRecord() {}
}
