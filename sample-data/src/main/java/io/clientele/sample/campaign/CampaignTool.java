package io.clientele.sample.campaign;

import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Desks;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;

/** The campaign tool: comma, UTF-8. */
public final class CampaignTool {
  public static final String NAME = "campaigns";

  private CampaignTool() {}

  public static SourceSystem of(Retailer retailer, PlantedTruth truth) {
    CampaignRows rows = new CampaignRows(retailer);
    return new Desks(NAME, retailer, truth)
        .withCompany(CampaignRows.CAMPAIGNS, rows::campaigns)
        .with(CampaignRows.RECIPIENTS, rows::recipients)
        .with(CampaignRows.CONTACTS, rows::contacts)
        .with(CampaignRows.RESPONSES, rows::responses);
  }

  /** Number of the person in the campaign tool. */
  public static String recipientNumber(Life life) {
    return "R" + (30_000 + 7L * life.index());
  }
}
