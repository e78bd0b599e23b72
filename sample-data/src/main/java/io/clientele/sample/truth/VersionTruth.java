package io.clientele.sample.truth;

import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.loyalty.Loyalty;
import io.clientele.sample.loyalty.Memberships;
import io.clientele.sample.market.Product;
import io.clientele.sample.market.SalesCalendar;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.tills.Tills;
import io.clientele.sample.webshop.Webshop;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** How often what the files say about a customer or an article changes. */
public final class VersionTruth {
  private final Retailer retailer;
  private final ExtractFile file;

  private VersionTruth(Retailer retailer, ExtractFile file) {
    this.retailer = retailer;
    this.file = file;
  }

  /** Writes versions.csv: one row per customer record and article. */
  public static void write(Retailer retailer, PlantedTruth truth) {
    try (ExtractFile file =
        truth.open("versions", "source", "entity", "key", "versions", "is_in_last_file")) {
      VersionTruth versions = new VersionTruth(retailer, file);
      retailer.forEachCustomer(versions::customer);
      if (retailer.options().part() == 0) {
        retailer.catalogue().products().forEach(versions::product);
      }
    }
  }

  private void customer(Life life) {
    SalesCalendar calendar = retailer.calendar();
    row(
        Webshop.NAME,
        "customers",
        retailer.customerNumber(life),
        Cadence.MONTHLY_THEN_DAILY.fileDays(calendar),
        day -> Webshop.customer(retailer, life, day));
    row(
        Tills.NAME,
        "kunden",
        retailer.cardNumber(life),
        Cadence.HALF_YEARLY.fileDays(calendar),
        day -> Tills.card(retailer, life, day));
    row(
        Loyalty.NAME,
        "members",
        new Memberships(retailer).number(life),
        Cadence.HISTORY_THEN_MONTHLY.fileDays(calendar),
        day -> Loyalty.member(retailer, life, day));
  }

  private void product(Product product) {
    row(
        Webshop.NAME,
        "products",
        product.sku(),
        IntStream.range(0, retailer.options().months()).boxed().toList(),
        month ->
            product.isSold(month)
                ? List.of(Long.toString(retailer.catalogue().cents(product, month)))
                : List.of());
  }

  private void row(
      String source,
      String entity,
      String key,
      List<Integer> files,
      IntFunction<List<String>> state) {
    int versions = 0;
    List<String> before = List.of();
    for (int at : files) {
      List<String> now = state.apply(at);
      versions += now.isEmpty() || now.equals(before) ? 0 : 1;
      before = now;
    }
    if (versions > 0) {
      String isLast = Boolean.toString(!before.isEmpty());
      file.write(List.of(source, entity, key, Integer.toString(versions), isLast));
    }
  }
}
