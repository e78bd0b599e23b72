package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Why two records are the same customer, or by a steward's word are not. */
public final class BrgCustomerLink {
  public static final Field CUSTOMER_RECORD_ID =
      Field.durableKey(
              "customer_record_id", FieldType.STRING, "The record of the two with the smaller id")
          .personal(PersonalData.PSEUDONYM);
  public static final Field OTHER_RECORD_ID =
      Field.durableKey("other_record_id", FieldType.STRING, "The other record")
          .personal(PersonalData.PSEUDONYM);
  public static final Field RULE =
      Field.durableKey("rule", FieldType.STRING, "What links them; never = a steward keeps apart")
          .oneOf("email", "phone", "loyalty_card", "name_birth_date_postcode", "always", "never");
  public static final Field MATCHED_VALUE =
      Field.durableKey(
              "matched_value",
              FieldType.STRING,
              "Normalised value that both have: address, last digits, card, or date and postcode; for a steward's word its reason")
          .personal(PersonalData.SENSITIVE);

  public static final TableSpec TABLE =
      TableSpec.table("brg_customer_link")
          .grain("one row per pair of customer records, rule and value that both have")
          .fields(CUSTOMER_RECORD_ID, OTHER_RECORD_ID, RULE, MATCHED_VALUE)
          .key(CUSTOMER_RECORD_ID, OTHER_RECORD_ID, RULE, MATCHED_VALUE)
          .sortedBy(CUSTOMER_RECORD_ID)
          .build();

  private BrgCustomerLink() {}
}
