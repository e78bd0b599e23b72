package io.clientele.warehouse.conformed;

import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/**
 * Who, what, where and when sales lines, payments and cases name: what inferred members of the
 * dimensions are made of. Advanced by their change sets alone.
 */
public final class CnfSalesLineMember {
  public static final Field ROLE =
      Field.durableKey("role", FieldType.STRING, "Which dimension the member belongs to")
          .oneOf("customer", "product", "store", "channel", "year");
  public static final Field MEMBER_ID =
      Field.durableKey(
              "member_id",
              FieldType.STRING,
              "Customer record, product code, store code, channel code or year of a date")
          .personal(PersonalData.PSEUDONYM);
  public static final Field LINE_COUNT =
      Field.measure(
              "line_count",
              FieldType.BIGINT,
              Additivity.ADDITIVE,
              "Sales lines, payments and cases that name the member; one that nothing names is removed")
          .required();
  public static final Field SOURCE =
      Field.attribute("source", FieldType.STRING, "Name of the source; customers only");
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .personal(PersonalData.PSEUDONYM);
  public static final Field PRINTED_NAME =
      Field.attribute(
              "printed_name",
              FieldType.STRING,
              "Name as printed on the newest line that prints anything about the member")
          .personal(PersonalData.CONTACT);
  public static final Field PRINTED_CATEGORY =
      Field.attribute("printed_category", FieldType.STRING, "Category as printed on that line");
  public static final Field PRINTED_REGION =
      Field.attribute("printed_region", FieldType.STRING, "Region as printed on that line");
  public static final Field PRINTED_COUNTRY =
      Field.attribute("printed_country", FieldType.STRING, "Country as printed on that line");
  public static final Field PRINTED_AT =
      Field.attribute("printed_at", FieldType.TIMESTAMP, "When that line was ordered, UTC");
  public static final Field PRINTED_BY =
      Field.attribute("printed_by", FieldType.STRING, "sales_line_id of that line");
  public static final Field KNOWN_AT =
      Field.audit(
          "known_at", FieldType.TIMESTAMP, "When the first line of the member became known, UTC");
  public static final Field KNOWN_AT_BASIS =
      Field.audit("known_at_basis", FieldType.STRING, "What known_at rests on")
          .oneOf("arrival", "business_date");

  public static final TableSpec TABLE =
      TableSpec.table("cnf_sales_line_member")
          .grain("one row per dimension member that sales lines name")
          .fields(
              ROLE,
              MEMBER_ID,
              LINE_COUNT,
              SOURCE,
              SOURCE_CUSTOMER_ID,
              PRINTED_NAME,
              PRINTED_CATEGORY,
              PRINTED_REGION,
              PRINTED_COUNTRY,
              PRINTED_AT,
              PRINTED_BY,
              KNOWN_AT,
              KNOWN_AT_BASIS)
          .key(ROLE, MEMBER_ID)
          .sortedBy(ROLE, MEMBER_ID)
          .build();

  private CnfSalesLineMember() {}
}
