package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.PersonalData;
import io.clientele.warehouse.spec.TableSpec;

/** Who was chosen for a campaign, to be contacted or to be held out. */
public final class StgCampaignContact {
  public static final Field CONTACT_ID =
      Field.attribute("contact_id", FieldType.STRING, "Number of the contact in the source")
          .required();
  public static final Field CAMPAIGN_ID =
      Field.attribute("campaign_id", FieldType.STRING, "Campaign code").required();
  public static final Field SOURCE_CUSTOMER_ID =
      Field.attribute("source_customer_id", FieldType.STRING, "Customer number in the source")
          .required()
          .personal(PersonalData.PSEUDONYM);
  public static final Field TEST_GROUP =
      Field.attribute(
          "test_group", FieldType.STRING, "Treated or held out, in the words of the source");
  public static final Field CONTACTED_ON =
      Field.attribute(
              "contacted_on", FieldType.DATE, "Local day on which it was sent, or would have been")
          .required();

  public static final TableSpec TABLE =
      TableSpec.table("stg_campaign_contact")
          .grain("one row per delivered contact")
          .fields(CONTACT_ID, CAMPAIGN_ID, SOURCE_CUSTOMER_ID, TEST_GROUP, CONTACTED_ON)
          .fields(Lineage.staging())
          .build();

  private StgCampaignContact() {}
}
