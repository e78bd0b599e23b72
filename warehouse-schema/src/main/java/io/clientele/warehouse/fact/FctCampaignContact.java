package io.clientele.warehouse.fact;

import io.clientele.warehouse.conformed.CnfPayment;
import io.clientele.warehouse.spec.Additivity;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgCampaignContact;

/** Who was chosen for a campaign, treated or held out, and what came back. */
public final class FctCampaignContact {
  public static final Field CONTACT_RECORD_ID =
      Field.durableKey("contact_record_id", FieldType.STRING, "Hash of source and contact number");
  public static final Field CAMPAIGN_KEY =
      Field.reference("campaign_key", FieldType.BIGINT, "dim_campaign", "Campaign");
  public static final Field CUSTOMER_KEY =
      Field.reference(
          "customer_key",
          FieldType.BIGINT,
          "dim_customer",
          "Customer version valid when it was sent");
  public static final Field CONTACTED_DATE_KEY =
      Field.reference(
          "contacted_date_key",
          FieldType.INT,
          "dim_date",
          "Local day on which it was sent, or would have been");
  public static final Field RESPONDED_DATE_KEY =
      Field.reference(
          "responded_date_key",
          FieldType.INT,
          "dim_date",
          "Local day of the first response; -1 = none");
  public static final Field CONTACTED_AT =
      Field.attribute(
              "contacted_at",
              FieldType.TIMESTAMP,
              "Start of the local day on which it was sent, UTC")
          .required();
  public static final Field FIRST_RESPONDED_ON =
      Field.attribute(
          "first_responded_on", FieldType.DATE, "Local day of the first response; empty = none");
  public static final Field RESPONSE_KINDS =
      Field.attribute(
          "response_kinds", FieldType.STRINGS, "Kinds of all responses, sorted; empty = none");
  public static final Field RESPONSE_ORDER_ID =
      Field.attribute(
          "response_order_id",
          FieldType.STRING,
          "Order that came of it, the first by number; empty = none");
  public static final Field RESPONSE_COUNT =
      Field.measure("response_count", FieldType.BIGINT, Additivity.ADDITIVE, "Responses")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("fct_campaign_contact")
          .grain("one row per contact (accumulating snapshot)")
          .fields(
              CONTACT_RECORD_ID,
              CnfPayment.SOURCE,
              StgCampaignContact.CONTACT_ID,
              CAMPAIGN_KEY,
              StgCampaignContact.CAMPAIGN_ID,
              CUSTOMER_KEY,
              CnfPayment.CUSTOMER_RECORD_ID,
              CONTACTED_DATE_KEY,
              RESPONDED_DATE_KEY,
              CONTACTED_AT,
              StgCampaignContact.CONTACTED_ON,
              StgCampaignContact.TEST_GROUP,
              FIRST_RESPONDED_ON,
              RESPONSE_KINDS,
              RESPONSE_ORDER_ID,
              RESPONSE_COUNT,
              Lineage.BATCH_ID,
              Lineage.RECORD_NUMBER,
              Lineage.KNOWN_AT,
              Lineage.KNOWN_AT_BASIS)
          .key(CONTACT_RECORD_ID)
          .sortedBy(StgCampaignContact.CONTACTED_ON, StgCampaignContact.CONTACT_ID)
          .build();

  private FctCampaignContact() {}
}
