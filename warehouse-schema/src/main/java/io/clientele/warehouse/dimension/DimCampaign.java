package io.clientele.warehouse.dimension;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.TableSpec;
import io.clientele.warehouse.staging.StgCampaign;

/** For which campaign somebody was chosen. */
public final class DimCampaign {
  public static final Field CAMPAIGN_KEY =
      Field.surrogateKey("campaign_key", "Hash of the campaign code; -1 = unknown");
  public static final Field IS_INFERRED =
      Field.validity("is_inferred", FieldType.BOOLEAN, "Known by its code only");

  public static final TableSpec TABLE =
      TableSpec.table("dim_campaign")
          .grain("one row per campaign, as it is now")
          .fields(
              CAMPAIGN_KEY,
              StgCampaign.CAMPAIGN_ID,
              StgCampaign.CAMPAIGN_NAME,
              StgCampaign.CAMPAIGN_MEDIUM,
              StgCampaign.CAMPAIGN_OFFER,
              StgCampaign.STARTS_ON,
              StgCampaign.ENDS_ON,
              IS_INFERRED)
          .key(CAMPAIGN_KEY)
          .build();

  private DimCampaign() {}
}
