package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Merges and splits: which record went from which customer to which, when and why. */
public final class BrgCustomerLedger {
  public static final Field RUN_ID =
      Field.durableKey("run_id", FieldType.STRING, "Run that moved the record");
  public static final Field CUSTOMER_RECORD_ID =
      Field.durableKey(
              "customer_record_id", FieldType.STRING, "Hash of source and source customer id")
          .personal(PersonalData.PSEUDONYM);
  public static final Field EVENT =
      Field.attribute(
              "event",
              FieldType.STRING,
              "merged = its former customer is no more, split = it left a customer that stays")
          .required()
          .oneOf("merged", "split");
  public static final Field FROM_CUSTOMER_ID =
      Field.attribute("from_customer_id", FieldType.STRING, "Durable id until then")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field TO_CUSTOMER_ID =
      Field.attribute("to_customer_id", FieldType.STRING, "Durable id from then on")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field REASON =
      Field.attribute(
              "reason", FieldType.STRING, "Rules whose links of the former customer came or went")
          .required();
  public static final Field HAPPENED_AT =
      Field.audit("happened_at", FieldType.TIMESTAMP, "Start of the run, UTC");

  public static final TableSpec TABLE =
      TableSpec.table("brg_customer_ledger")
          .grain("one row per run and customer record whose customer it changed")
          .fields(
              RUN_ID,
              CUSTOMER_RECORD_ID,
              EVENT,
              FROM_CUSTOMER_ID,
              TO_CUSTOMER_ID,
              REASON,
              HAPPENED_AT)
          .key(RUN_ID, CUSTOMER_RECORD_ID)
          .sortedBy(CUSTOMER_RECORD_ID)
          .build();

  private BrgCustomerLedger() {}
}
