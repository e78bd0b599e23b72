package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;

/** Campaigns as the campaign tool knows them. */
public final class StgCampaign {
  public static final Field CAMPAIGN_ID =
      Field.attribute(
              "campaign_id",
              FieldType.STRING,
              "Campaign code, conformed over the sources by the mapping")
          .required();
  public static final Field CAMPAIGN_NAME =
      Field.attribute("campaign_name", FieldType.STRING, "Name of the campaign");
  public static final Field CAMPAIGN_MEDIUM =
      Field.attribute("campaign_medium", FieldType.STRING, "Medium, in the words of the source");
  public static final Field CAMPAIGN_OFFER =
      Field.attribute("campaign_offer", FieldType.STRING, "What was offered");
  public static final Field STARTS_ON =
      Field.attribute("starts_on", FieldType.DATE, "First local day");
  public static final Field ENDS_ON = Field.attribute("ends_on", FieldType.DATE, "Last local day");

  public static final TableSpec TABLE =
      TableSpec.table("stg_campaign")
          .grain("one row per delivered campaign")
          .fields(CAMPAIGN_ID, CAMPAIGN_NAME, CAMPAIGN_MEDIUM, CAMPAIGN_OFFER, STARTS_ON, ENDS_ON)
          .fields(Lineage.staging())
          .build();

  private StgCampaign() {}
}
