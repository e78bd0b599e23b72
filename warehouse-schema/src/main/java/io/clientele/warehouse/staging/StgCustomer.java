package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Customers as one source knows them. */
public final class StgCustomer {
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field FULL_NAME =
      Field.attribute("full_name", FieldType.STRING, "Name of person or company as one text")
          .personal(PersonalData.CONTACT);
  public static final Field EMAIL =
      Field.attribute("email", FieldType.STRING, "E-mail address, lower case")
          .personal(PersonalData.CONTACT);
  public static final Field PHONE =
      Field.attribute("phone", FieldType.STRING, "Phone number as delivered")
          .personal(PersonalData.CONTACT);
  public static final Field LOYALTY_CARD =
      Field.attribute("loyalty_card", FieldType.STRING, "Number of the loyalty card")
          .personal(PersonalData.CONTACT);
  public static final Field BIRTH_DATE =
      Field.attribute("birth_date", FieldType.DATE, "Date of birth")
          .personal(PersonalData.SENSITIVE);
  public static final Field STREET =
      Field.attribute("street", FieldType.STRING, "Street and house number")
          .personal(PersonalData.CONTACT);
  public static final Field POSTCODE =
      Field.attribute("postcode", FieldType.STRING, "Postal code").personal(PersonalData.CONTACT);
  public static final Field CITY = Field.attribute("city", FieldType.STRING, "City of residence");
  public static final Field REGION = Field.attribute("region", FieldType.STRING, "Sales region");
  public static final Field COUNTRY =
      Field.attribute("country", FieldType.STRING, "Country as delivered or mapped");
  public static final Field REGISTERED_ON =
      Field.attribute("registered_on", FieldType.DATE, "Day of registration, local");
  public static final Field IS_MARKETING_ALLOWED =
      Field.attribute(
          "is_marketing_allowed",
          FieldType.BOOLEAN,
          "Whether the customer agreed to be contacted; empty = not known");

  public static final TableSpec TABLE =
      TableSpec.table("stg_customer")
          .grain("one row per delivered customer record")
          .fields(
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
              IS_MARKETING_ALLOWED)
          .fields(Lineage.staging())
          .build();

  private StgCustomer() {}
}
