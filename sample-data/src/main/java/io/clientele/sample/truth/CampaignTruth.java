package io.clientele.sample.truth;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Campaign;
import io.clientele.sample.people.Campaigns.Arm;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.service.Cases;
import java.util.List;

/** Who was in which campaign and bought, and who complains before leaving. */
public final class CampaignTruth {
  private CampaignTruth() {}

  /** Writes campaigns.csv and farewells.csv. */
  public static void write(Retailer retailer, PlantedTruth truth) {
    try (ExtractFile file =
        truth.open(
            "campaigns",
            "campaign",
            "first_day",
            "last_day",
            "treated",
            "treated_buyers",
            "held_out",
            "held_out_buyers")) {
      for (Campaign campaign : retailer.campaigns().all()) {
        file.write(campaign(retailer, campaign));
      }
    }
    farewells(retailer, truth);
  }

  private static List<String> campaign(Retailer retailer, Campaign campaign) {
    int[] counts = new int[4];
    retailer.forEachCustomer(
        life -> {
          Arm arm = retailer.campaigns().arm(life, campaign);
          if (arm != Arm.NONE) {
            int group = arm == Arm.TREATED ? 0 : 2;
            counts[group]++;
            counts[group + 1] += buys(retailer, life, campaign) ? 1 : 0;
          }
        });
    return List.of(
        campaign.code(),
        retailer.dateText(campaign.startDay()),
        retailer.dateText(campaign.lastDay()),
        Integer.toString(counts[0]),
        Integer.toString(counts[1]),
        Integer.toString(counts[2]),
        Integer.toString(counts[3]));
  }

  private static boolean buys(Retailer retailer, Life life, Campaign campaign) {
    boolean buys = false;
    for (int day = campaign.startDay(); day <= campaign.lastDay() && !buys; day++) {
      buys = retailer.visits().buys(life, Channel.ONLINE, day);
    }
    return buys;
  }

  private static void farewells(Retailer retailer, PlantedTruth truth) {
    Cases cases = new Cases(retailer);
    try (ExtractFile file =
        truth.open("farewells", "person_id", "source_customer_id", "complained_on")) {
      retailer.forEachCustomer(
          life -> {
            if (cases.farewell(life) < Life.NEVER) {
              file.write(
                  List.of(
                      CustomerTruth.person(life),
                      cases.contactNumber(life),
                      retailer.dateText(cases.farewell(life))));
            }
          });
    }
  }
}
