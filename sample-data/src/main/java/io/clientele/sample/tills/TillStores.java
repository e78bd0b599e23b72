package io.clientele.sample.tills;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Store;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Shelf;
import io.clientele.sample.source.SourceSystem;
import java.util.List;

/** The list of stores, delivered once. */
final class TillStores implements SourceSystem {
  private static final String ENTITY = "filialen";

  private final Retailer retailer;
  private final Shelf shelf;

  TillStores(Retailer retailer, Shelf shelf) {
    this.retailer = retailer;
    this.shelf = shelf;
  }

  @Override
  public String name() {
    return ENTITY;
  }

  @Override
  public void day(int day) {
    if (day > 0 || !shelf.isFirstPart()) {
      return;
    }
    Shelf.Delivery delivery = new Shelf.Delivery(ENTITY, retailer.calendar().date(0), "");
    try (ExtractFile file =
        shelf.open(ENTITY, delivery, Dialect.TILLS, "Filialnummer", "Name", "Ort", "Region")) {
      for (Store store : Store.ALL) {
        file.write(List.of(store.number(), store.name(), store.city(), store.region()));
      }
    }
  }

  @Override
  public void end() {}
}
