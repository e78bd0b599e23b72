package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/**
 * Who a customer is now: of several records the newest that says anything about a group of fields
 * gives the whole group.
 */
public final class DimCustomerProfile {
  public static final Field CUSTOMER_ID =
      Field.durableKey("customer_id", FieldType.STRING, "Durable id of the customer")
          .personal(PersonalData.PSEUDONYM);
  public static final Field RECORD_COUNT =
      Field.attribute("record_count", FieldType.INT, "Records of the customer in all sources")
          .required();
  public static final Field SOURCE_CUSTOMER_IDS =
      Field.attribute(
              "source_customer_ids",
              FieldType.STRING,
              "Source and number of each record, with blanks between")
          .personal(PersonalData.PSEUDONYM);
  public static final Field FULL_NAME = contact("full_name", "Name, newest that is known");
  public static final Field EMAIL = contact("email", "E-mail address, newest that is known");
  public static final Field PHONE = contact("phone", "Phone number, newest that is known");
  public static final Field LOYALTY_CARD =
      contact("loyalty_card", "Number of the loyalty card, newest that is known");
  public static final Field BIRTH_DATE =
      Field.attribute("birth_date", FieldType.DATE, "Date of birth, newest that is known")
          .personal(PersonalData.SENSITIVE);
  public static final Field STREET =
      contact("street", "Street and house number; the address comes from one record as a whole");
  public static final Field POSTCODE = contact("postcode", "Postal code of that address");
  public static final Field CITY =
      Field.attribute("city", FieldType.STRING, "City of that address");
  public static final Field REGION =
      Field.attribute("region", FieldType.STRING, "Sales region, newest that is known");
  public static final Field COUNTRY =
      Field.attribute("country", FieldType.STRING, "Country, newest that is known");
  public static final Field REGISTERED_ON =
      Field.attribute("registered_on", FieldType.DATE, "Earliest day of registration, local");
  public static final Field IS_MARKETING_ALLOWED =
      Field.attribute(
          "is_marketing_allowed",
          FieldType.BOOLEAN,
          "Whether the customer agreed to be contacted, the most restrictive of the records; empty = not known");

  public static final TableSpec TABLE =
      TableSpec.table("dim_customer_profile")
          .grain("one row per customer")
          .fields(
              CUSTOMER_ID,
              RECORD_COUNT,
              SOURCE_CUSTOMER_IDS,
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
              IS_MARKETING_ALLOWED)
          .key(CUSTOMER_ID)
          .sortedBy(CUSTOMER_ID)
          .build();

  private static Field contact(String name, String sentence) {
    return Field.attribute(name, FieldType.STRING, sentence).personal(PersonalData.CONTACT);
  }

  private DimCustomerProfile() {}
}
