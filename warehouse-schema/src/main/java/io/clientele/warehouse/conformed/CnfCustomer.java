package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** What a source said about a customer, change by change. */
public final class CnfCustomer {
  public static final Field CUSTOMER_RECORD_ID =
      Field.durableKey(
              "customer_record_id", FieldType.STRING, "Hash of source and source customer id")
          .personal(PersonalData.PSEUDONYM);
  public static final Field EFFECTIVE_AT =
      Field.durableKey(
          "effective_at", FieldType.TIMESTAMP, "Business time from which it holds, UTC");
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field FULL_NAME =
      Field.tracked("full_name", FieldType.STRING, "Name of person or company as one text")
          .personal(PersonalData.CONTACT);
  public static final Field EMAIL =
      Field.tracked("email", FieldType.STRING, "E-mail address, lower case")
          .personal(PersonalData.CONTACT);
  public static final Field PHONE =
      Field.tracked("phone", FieldType.STRING, "Phone number as delivered")
          .personal(PersonalData.CONTACT);
  public static final Field LOYALTY_CARD =
      Field.tracked("loyalty_card", FieldType.STRING, "Number of the loyalty card")
          .personal(PersonalData.CONTACT);
  public static final Field BIRTH_DATE =
      Field.tracked("birth_date", FieldType.DATE, "Date of birth").personal(PersonalData.SENSITIVE);
  public static final Field STREET =
      Field.tracked("street", FieldType.STRING, "Street and house number")
          .personal(PersonalData.CONTACT);
  public static final Field POSTCODE =
      Field.tracked("postcode", FieldType.STRING, "Postal code").personal(PersonalData.CONTACT);
  public static final Field CITY = Field.tracked("city", FieldType.STRING, "City of residence");
  public static final Field REGION = Field.tracked("region", FieldType.STRING, "Sales region");
  public static final Field COUNTRY =
      Field.tracked("country", FieldType.STRING, "Country as delivered or mapped");
  public static final Field REGISTERED_ON =
      Field.tracked("registered_on", FieldType.DATE, "Day of registration, local");
  public static final Field IS_MARKETING_ALLOWED =
      Field.tracked(
          "is_marketing_allowed",
          FieldType.BOOLEAN,
          "Whether the customer agreed to be contacted; empty = not known");
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
          "When the row became known to us, UTC: arrival of its batch, or for history the end of its business day");
  public static final Field KNOWN_AT_BASIS =
      Field.audit("known_at_basis", FieldType.STRING, "What known_at rests on")
          .oneOf("arrival", "business_date");

  public static final TableSpec TABLE =
      TableSpec.table("cnf_customer")
          .grain("one row per customer record and business time of a change")
          .fields(
              CUSTOMER_RECORD_ID,
              EFFECTIVE_AT,
              SOURCE,
              SOURCE_CUSTOMER_ID,
              FULL_NAME,
              EMAIL,
              PHONE,
              LOYALTY_CARD,
              BIRTH_DATE,
              STREET,
              POSTCODE,
              CITY,
              REGION,
              COUNTRY,
              REGISTERED_ON,
              IS_MARKETING_ALLOWED,
              IS_DELETED,
              ATTRIBUTE_HASH,
              BATCH_ID,
              RECORD_NUMBER,
              KNOWN_AT,
              KNOWN_AT_BASIS)
          .key(CUSTOMER_RECORD_ID, EFFECTIVE_AT)
          .sortedBy(CUSTOMER_RECORD_ID, EFFECTIVE_AT)
          .build();

  private CnfCustomer() {}
}
