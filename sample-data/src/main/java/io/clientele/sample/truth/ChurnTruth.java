package io.clientele.sample.truth;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.tills.Tills;
import io.clientele.sample.webshop.Webshop;
import java.util.List;
import java.util.Locale;

/**
 * Who bought nothing in the last 90 days of the sample, per customer record that had bought before,
 * and the chance of it that was planted.
 */
public final class ChurnTruth {
  /** Days of the horizon; the cut-off lies so many days before the end. */
  public static final int HORIZON_DAYS = 90;

  private final Retailer retailer;
  private final int cutOff;
  private final RankedOutcomes knowing = new RankedOutcomes();
  private final RankedOutcomes waiting = new RankedOutcomes();
  private long droppedOut;

  public ChurnTruth(Retailer retailer) {
    this.retailer = retailer;
    this.cutOff = retailer.calendar().days() - HORIZON_DAYS;
  }

  /** Writes churn.csv and facts.csv. */
  public void write(PlantedTruth truth) {
    try (ExtractFile file =
        truth.open(
            "churn",
            "source",
            "source_customer_id",
            "person_id",
            "purchase_days",
            "last_purchase_on",
            "bought_within_horizon",
            "dropped_out_by_end",
            "true_chance_of_no_purchase")) {
      retailer.forEachCustomer(
          life -> {
            for (Channel channel : Channel.values()) {
              write(file, life, channel);
            }
          });
    }
    facts(truth);
  }

  private void write(ExtractFile file, Life life, Channel channel) {
    int purchases = 0;
    int last = -1;
    for (int day = Math.max(0, life.from(channel)); day < cutOff; day++) {
      if (retailer.visits().buys(life, channel, day)) {
        purchases++;
        last = day;
      }
    }
    if (purchases == 0) {
      return;
    }
    boolean buys = false;
    for (int day = cutOff; day < cutOff + HORIZON_DAYS && !buys; day++) {
      buys = retailer.visits().buys(life, channel, day);
    }
    boolean isGone = life.droppedOut() < retailer.calendar().days();
    double chance = retailer.visits().chanceOfNone(life, channel, cutOff, HORIZON_DAYS);
    knowing.add(chance, !buys);
    waiting.add((double) (cutOff - last) / (cutOff + 1), !buys);
    droppedOut += isGone ? 1 : 0;
    boolean isOnline = channel == Channel.ONLINE;
    file.write(
        List.of(
            isOnline ? Webshop.NAME : Tills.NAME,
            isOnline ? retailer.customerNumber(life) : retailer.cardNumber(life),
            CustomerTruth.person(life),
            Integer.toString(purchases),
            retailer.calendar().date(last).toString(),
            Boolean.toString(buys),
            Boolean.toString(isGone),
            String.format(Locale.ROOT, "%.4f", chance)));
  }

  private void facts(PlantedTruth truth) {
    try (ExtractFile file = truth.open("facts", "fact", "value")) {
      fact(file, "first_day", retailer.calendar().date(0).toString());
      fact(file, "last_day", retailer.calendar().date(retailer.calendar().days() - 1).toString());
      fact(file, "people", Integer.toString(retailer.population().people()));
      fact(file, "churn_cut_off", retailer.calendar().date(cutOff).toString());
      fact(file, "churn_horizon_days", Integer.toString(HORIZON_DAYS));
      fact(file, "churn_records", Long.toString(knowing.count()));
      fact(file, "no_purchase_share", share(knowing.share()));
      fact(file, "dropped_out_share_at_end", share((double) droppedOut / knowing.count()));
      fact(file, "auc_of_true_chance", share(knowing.auc()));
      fact(file, "auc_of_days_since_last_purchase", share(waiting.auc()));
    }
  }

  private static void fact(ExtractFile file, String name, String value) {
    file.write(List.of(name, value));
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
