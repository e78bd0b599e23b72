package io.clientele.sample.source;

import io.clientele.sample.retailer.Retailer;
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
            new WebOrders(retailer, shelf, truth));
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
}
