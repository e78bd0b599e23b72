package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Complaints, suggestions and questions, each time something happens to one. */
public final class StgServiceCase {
  public static final Field CASE_ID =
      Field.attribute("case_id", FieldType.STRING, "Case number in the source").required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute(
              "source_customer_id",
              FieldType.STRING,
              "Customer number in the source; empty = anonymous")
          .personal(PersonalData.PSEUDONYM);
  public static final Field CASE_KIND =
      Field.attribute(
              "case_kind", FieldType.STRING, "Complaint, suggestion, …, in the source's words")
          .required();
  public static final Field CASE_TOPIC =
      Field.attribute("case_topic", FieldType.STRING, "What it is about, in the source's words");
  public static final Field CONTACT_CHANNEL =
      Field.attribute("contact_channel", FieldType.STRING, "How the customer turned to us");
  public static final Field PRODUCT_ID =
      Field.attribute("product_id", FieldType.STRING, "Product it is about, if any");
  public static final Field CASE_STATUS =
      Field.attribute("case_status", FieldType.STRING, "Where it stands, in the source's words");
  public static final Field OPENED_AT =
      Field.attribute("opened_at", FieldType.TIMESTAMP, "When it was opened, UTC").required();
  public static final Field CLOSED_AT =
      Field.attribute("closed_at", FieldType.TIMESTAMP, "When it was closed, UTC; empty = open");
  public static final Field SATISFACTION =
      Field.attribute(
          "satisfaction", FieldType.INT, "What the customer said afterwards; larger = better");

  public static final TableSpec TABLE =
      TableSpec.table("stg_service_case")
          .grain("one row per delivered state of a case")
          .fields(
              CASE_ID,
              SOURCE_CUSTOMER_ID,
              CASE_KIND,
              CASE_TOPIC,
              CONTACT_CHANNEL,
              PRODUCT_ID,
              CASE_STATUS,
              OPENED_AT,
              CLOSED_AT,
              SATISFACTION)
          .fields(Lineage.staging())
          .build();

  private StgServiceCase() {}
}
