package io.clientele.sample.truth;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.TillSpelling;
import io.clientele.sample.retailer.Retailer;
import java.util.List;
import java.util.Locale;

/** One row per person: who he is in which system, how he buys and when he left. */
public final class CustomerTruth {
  private CustomerTruth() {}

  /** Writes customers.csv. */
  public static void write(Retailer retailer, PlantedTruth truth) {
    try (ExtractFile file =
        truth.open(
            "customers",
            "person_id",
            "customer_number",
            "card_number",
            "in_both_systems",
            "till_name_differs",
            "online_rate_per_day",
            "store_rate_per_day",
            "is_regular",
            "is_slowing",
            "slowing_from",
            "dropped_out_on")) {
      retailer.forEachCustomer(life -> file.write(cells(retailer, life)));
    }
  }

  private static List<String> cells(Retailer retailer, Life life) {
    int last = retailer.calendar().days() - 1;
    boolean online = life.isCustomer(Channel.ONLINE, last);
    boolean store = life.isCustomer(Channel.STORE, last);
    boolean differs =
        store
            && TillSpelling.of(
                    retailer.seed(), life, retailer.identities().profile(life, life.storeFrom()))
                .isDifferent();
    return List.of(
        person(life),
        online ? retailer.customerNumber(life) : "",
        store ? retailer.cardNumber(life) : "",
        Boolean.toString(online && store),
        Boolean.toString(differs),
        online ? rate(life.onlineRate()) : "",
        store ? rate(life.storeRate()) : "",
        Boolean.toString(life.isRegular()),
        Boolean.toString(life.isSlowing()),
        date(retailer, life.slowingFrom()),
        date(retailer, life.droppedOut()));
  }

  static String person(Life life) {
    return "P" + (life.index() + 1);
  }

  /** The date if it lies within the sample. */
  static String date(Retailer retailer, int day) {
    return day < retailer.calendar().days() ? retailer.calendar().date(day).toString() : "";
  }

  private static String rate(double rate) {
    return String.format(Locale.ROOT, "%.5f", rate);
  }
}
