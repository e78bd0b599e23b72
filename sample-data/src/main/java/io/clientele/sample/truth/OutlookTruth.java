package io.clientele.sample.truth;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.Outlook;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.tills.Tills;
import io.clientele.sample.webshop.Webshop;
import java.util.List;
import java.util.Locale;

/**
 * How well the true rates order customers by "no purchase in the next days": at the cut-off, whose
 * future lies in the files, and on the day after the last, whose future only the process knows.
 */
public final class OutlookTruth {
  private static final List<Integer> HORIZONS = List.of(30, 60, 90, 120);

  private final Retailer retailer;
  private final Outlook outlook;
  private final int days;

  private OutlookTruth(Retailer retailer) {
    this.retailer = retailer;
    this.outlook = new Outlook(retailer.visits());
    this.days = retailer.calendar().days();
  }

  /** Writes outlook.csv (customers on the as-of date) and outlook-auc.csv. */
  public static void write(Retailer retailer, PlantedTruth truth) {
    OutlookTruth outlooks = new OutlookTruth(retailer);
    outlooks.customers(truth);
    try (ExtractFile file =
        truth.open(
            "outlook-auc",
            "as_of_date",
            "horizon_days",
            "customers",
            "no_purchase_share",
            "auc_of_true_rates",
            "auc_of_days_since_last_purchase")) {
      for (int horizon : HORIZONS) {
        outlooks.score(file, outlooks.days - horizon, horizon);
        outlooks.score(file, outlooks.days, horizon);
      }
    }
  }

  private void customers(PlantedTruth truth) {
    int horizon = ChurnTruth.HORIZON_DAYS;
    try (ExtractFile file =
        truth.open(
            "outlook",
            "source",
            "source_customer_id",
            "last_purchase_on",
            "chance_of_no_purchase",
            "buys_within_horizon")) {
      forEachBuyer(
          days,
          (life, channel, last) -> {
            double chance = outlook.chanceOfNone(life, channel, last, days, horizon);
            boolean isOnline = channel == Channel.ONLINE;
            file.write(
                List.of(
                    isOnline ? Webshop.NAME : Tills.NAME,
                    isOnline ? retailer.customerNumber(life) : retailer.cardNumber(life),
                    retailer.dateText(last),
                    String.format(Locale.ROOT, "%.4f", chance),
                    Boolean.toString(buys(life, channel, days, horizon))));
          });
    }
  }

  private void score(ExtractFile file, int asOf, int horizon) {
    RankedOutcomes knowing = new RankedOutcomes();
    RankedOutcomes waiting = new RankedOutcomes();
    forEachBuyer(
        asOf,
        (life, channel, last) -> {
          boolean isSilent = !buys(life, channel, asOf, horizon);
          knowing.add(outlook.chanceOfNone(life, channel, last, asOf, horizon), isSilent);
          waiting.add((double) (asOf - last) / (asOf + 1), isSilent);
        });
    file.write(
        List.of(
            retailer.calendar().date(asOf).toString(),
            Integer.toString(horizon),
            Long.toString(knowing.count()),
            share(knowing.share()),
            share(knowing.auc()),
            share(waiting.auc())));
  }

  private boolean buys(Life life, Channel channel, int asOf, int horizon) {
    boolean buys = false;
    for (int day = asOf; day < asOf + horizon && !buys; day++) {
      buys = retailer.visits().buys(life, channel, day);
    }
    return buys;
  }

  /** Who has bought in a channel before the day, with the day of the last purchase. */
  private void forEachBuyer(int before, Buyer visitor) {
    retailer.forEachCustomer(
        life -> {
          for (Channel channel : Channel.values()) {
            int day = before - 1;
            int from = Math.max(0, life.from(channel));
            while (day >= from && !retailer.visits().buys(life, channel, day)) {
              day--;
            }
            if (day >= from) {
              visitor.bought(life, channel, day);
            }
          }
        });
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  private interface Buyer {
    void bought(Life life, Channel channel, int last);
  }
}
