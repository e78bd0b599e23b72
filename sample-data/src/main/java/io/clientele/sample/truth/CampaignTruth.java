package io.clientele.sample.truth;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Campaign;
import io.clientele.sample.people.Campaigns;
import io.clientele.sample.people.Campaigns.Arm;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.service.Cases;
import java.util.List;
import java.util.stream.IntStream;

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
            "treated_buyers_without_it",
            "held_out",
            "held_out_buyers",
            "added_chance")) {
      for (Campaign campaign : retailer.campaigns().all()) {
        file.write(campaign(retailer, campaign));
      }
    }
    farewells(retailer, truth);
  }

  private static List<String> campaign(Retailer retailer, Campaign campaign) {
    int[] treated = new int[3];
    int[] heldOut = new int[2];
    retailer.forEachCustomer(
        life -> {
          Arm arm = retailer.campaigns().arm(life, campaign);
          if (arm == Arm.TREATED) {
            treated[0]++;
            treated[1] += buys(retailer, life, campaign) ? 1 : 0;
            treated[2] += buysUnprompted(retailer, life, campaign) ? 1 : 0;
          } else if (arm == Arm.HOLDOUT) {
            heldOut[0]++;
            heldOut[1] += buys(retailer, life, campaign) ? 1 : 0;
          }
        });
    return List.of(
        campaign.code(),
        retailer.dateText(campaign.startDay()),
        retailer.dateText(campaign.lastDay()),
        Integer.toString(treated[0]),
        Integer.toString(treated[1]),
        Integer.toString(treated[2]),
        Integer.toString(heldOut[0]),
        Integer.toString(heldOut[1]),
        Double.toString(Campaigns.ADDED_CHANCE));
  }

  private static boolean buys(Retailer retailer, Life life, Campaign campaign) {
    return IntStream.rangeClosed(campaign.startDay(), campaign.lastDay())
        .anyMatch(day -> retailer.visits().buys(life, Channel.ONLINE, day));
  }

  private static boolean buysUnprompted(Retailer retailer, Life life, Campaign campaign) {
    return IntStream.rangeClosed(campaign.startDay(), campaign.lastDay())
        .anyMatch(day -> retailer.visits().buysUnprompted(life, Channel.ONLINE, day));
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
