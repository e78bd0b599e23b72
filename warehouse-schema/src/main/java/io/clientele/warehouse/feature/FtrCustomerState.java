package io.clientele.warehouse.feature;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** All purchase days of a customer record in one row: what features are read from. */
public final class FtrCustomerState {
  public static final Field CUSTOMER_RECORD_ID =
      Field.durableKey(
              "customer_record_id", FieldType.STRING, "Hash of source and source customer id")
          .personal(PersonalData.PSEUDONYM);
  public static final Field DAYS =
      Field.attribute("days", FieldType.PURCHASE_DAYS, "Purchase days, ascending").required();

  public static final TableSpec TABLE =
      TableSpec.table("ftr_customer_state")
          .grain("one row per customer record")
          .fields(CUSTOMER_RECORD_ID, DAYS)
          .key(CUSTOMER_RECORD_ID)
          .sortedBy(CUSTOMER_RECORD_ID)
          .build();

  private FtrCustomerState() {}
}
