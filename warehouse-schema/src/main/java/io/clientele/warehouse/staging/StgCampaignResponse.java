package io.clientele.warehouse.staging;

import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.FieldType;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;

/** What came back on a contact. */
public final class StgCampaignResponse {
  public static final Field CONTACT_ID =
      Field.attribute("contact_id", FieldType.STRING, "Number of the contact in the source")
          .required();
  public static final Field RESPONSE_KIND =
      Field.attribute(
              "response_kind", FieldType.STRING, "What came back, in the words of the source")
          .required();
  public static final Field RESPONDED_ON =
      Field.attribute("responded_on", FieldType.DATE, "Local day on which it came").required();
  public static final Field ORDER_ID =
      Field.attribute("order_id", FieldType.STRING, "Order that came of it");

  public static final TableSpec TABLE =
      TableSpec.table("stg_campaign_response")
          .grain("one row per delivered response")
          .fields(CONTACT_ID, RESPONSE_KIND, RESPONDED_ON, ORDER_ID)
          .fields(Lineage.staging())
          .build();

  private StgCampaignResponse() {}
}
