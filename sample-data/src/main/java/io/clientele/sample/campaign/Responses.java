package io.clientele.sample.campaign;

import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Campaign;
import io.clientele.sample.people.Campaigns.Arm;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import java.util.ArrayList;
import java.util.List;

/** What comes back from a person: opened, clicked, bounced, unsubscribed, and orders. */
final class Responses {
  private static final double BOUNCES = 0.02;
  private static final double OPENS = 0.4;
  private static final double CLICKS = 0.3;
  private static final double UNSUBSCRIBES = 0.015;

  private final Retailer retailer;

  Responses(Retailer retailer) {
    this.retailer = retailer;
  }

  /** All that comes back within the window; of those held out only orders. */
  List<Response> of(Life life, Campaign campaign, Arm arm) {
    List<Response> responses = new ArrayList<>();
    if (arm == Arm.TREATED && campaign.isByMail()) {
      mail(life, campaign, responses);
    }
    for (int day = campaign.startDay(); day <= campaign.lastDay(); day++) {
      if (retailer.visits().buys(life, Channel.ONLINE, day)) {
        responses.add(new Response("ORDERED", day, "W-" + retailer.documentNumber(life, day)));
      }
    }
    return responses;
  }

  private void mail(Life life, Campaign campaign, List<Response> responses) {
    Dice dice = Dice.of(retailer.seed(), Topic.CAMPAIGN, life.index(), 1_000L + campaign.number());
    int day = campaign.startDay();
    if (dice.chance(BOUNCES)) {
      responses.add(new Response("BOUNCED", day, ""));
    } else if (dice.chance(OPENS)) {
      int opened = day + (int) Math.min(dice.exponential(1.5), Campaign.WINDOW_DAYS - 1);
      responses.add(new Response("OPENED", opened, ""));
      if (dice.chance(CLICKS)) {
        responses.add(new Response("CLICKED", opened, ""));
      }
      if (dice.chance(UNSUBSCRIBES)) {
        responses.add(new Response("UNSUBSCRIBED", opened, ""));
      }
    }
  }

  /**
   * Something that came back.
   *
   * @param order number of the order; mostly empty
   */
  record Response(String kind, int day, String order) {}
}
