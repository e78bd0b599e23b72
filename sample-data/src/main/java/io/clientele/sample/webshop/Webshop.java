package io.clientele.sample.webshop;

import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Desk;
import io.clientele.sample.source.Shelf;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.truth.PlantedTruth;
import java.util.List;

/**
 * The web shop: comma, UTF-8, decimal point; customers as changes, products whole, orders in two
 * files.
 */
public final class Webshop implements SourceSystem {
  public static final String NAME = "webshop";

  private final List<SourceSystem> desks;

  public Webshop(Retailer retailer, PlantedTruth truth) {
    Shelf shelf = new Shelf(retailer.options(), NAME, truth);
    this.desks =
        List.of(
            new WebCustomers(retailer, shelf),
            new WebProducts(retailer, shelf),
            new WebOrders(retailer, shelf, truth),
            new Desk(retailer, shelf, truth, WebPayments.LAYOUT, new WebPayments(retailer)),
            new Desk(retailer, shelf, truth, WebConsents.LAYOUT, new WebConsents(retailer)));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void day(int day) {
    desks.forEach(desk -> desk.day(day));
  }

  @Override
  public void end() {
    desks.forEach(SourceSystem::end);
  }

  /** What the files say about the person at the end of the day; empty if nothing. */
  public static List<String> customer(Retailer retailer, Life life, int day) {
    if (!life.isCustomer(Channel.ONLINE, day)) {
      return List.of();
    }
    List<String> cells = WebCustomers.cells(retailer, life, day);
    return cells.subList(0, cells.size() - 1);
  }
}
