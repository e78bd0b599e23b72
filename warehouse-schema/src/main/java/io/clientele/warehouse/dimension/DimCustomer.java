package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Who bought: versions of customer records. */
public final class DimCustomer {
  public static final Field CUSTOMER_KEY =
      Field.surrogateKey(
          "customer_key", "Hash of record and start of validity; -1 = unknown, anonymous");
  public static final Field CUSTOMER_ID =
      Field.attribute(
              "customer_id",
              FieldType.STRING,
              "Durable id of the customer; survives reruns and merges")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field CUSTOMER_RECORD_ID =
      Field.attribute(
              "customer_record_id", FieldType.STRING, "Hash of source and source customer id")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source").required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
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
          "Whether it is gone: a full extract of its source no longer holds it; empty = inferred");
  public static final Field VALID_FROM =
      Field.validity(
          "valid_from",
          FieldType.TIMESTAMP,
          "Start of validity in the business, UTC, inclusive; a first version starts 1900-01-01");
  public static final Field VALID_TO =
      Field.validity(
          "valid_to", FieldType.TIMESTAMP, "End of validity, UTC, exclusive; open = 9999-12-31");
  public static final Field IS_CURRENT =
      Field.validity("is_current", FieldType.BOOLEAN, "Whether it is the open version");
  public static final Field IS_INFERRED =
      Field.validity("is_inferred", FieldType.BOOLEAN, "Known from sales lines only");
  public static final Field KNOWN_AT =
      Field.audit(
          "known_at",
          FieldType.TIMESTAMP,
          "When the row became known to us, UTC: arrival of its batch, or for history the end of its business day");
  public static final Field KNOWN_AT_BASIS =
      Field.audit("known_at_basis", FieldType.STRING, "What known_at rests on")
          .oneOf("arrival", "business_date");

  public static final TableSpec TABLE =
      TableSpec.table("dim_customer")
          .grain("one row per customer record version")
          .fields(
              CUSTOMER_KEY,
              CUSTOMER_ID,
              CUSTOMER_RECORD_ID,
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
              VALID_FROM,
              VALID_TO,
              IS_CURRENT,
              IS_INFERRED,
              KNOWN_AT,
              KNOWN_AT_BASIS)
          .key(CUSTOMER_KEY)
          .sortedBy(CUSTOMER_RECORD_ID, VALID_FROM)
          .build();

  private DimCustomer() {}
}
