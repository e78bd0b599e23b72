package io.clientele.sample.webshop;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Catalogue;
import io.clientele.sample.market.Product;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.FaultSchedule;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Shelf;
import io.clientele.sample.source.SourceSystem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The whole catalogue on the first of each month; prices change only then. */
final class WebProducts implements SourceSystem {
  private static final String ENTITY = "products";
  private static final Dialect DIALECT = Dialect.WEBSHOP;
  private static final List<Fault> FAULTS =
      List.of(
          Fault.cell(DIALECT, "text_price", "not_a_number(list_price)", 2, 4, "auf Anfrage"),
          Fault.cell(DIALECT, "missing_sku", "missing(product_id)", 1, 0, ""));

  private final Retailer retailer;
  private final Shelf shelf;
  private final FaultSchedule faults;

  WebProducts(Retailer retailer, Shelf shelf) {
    this.retailer = retailer;
    this.shelf = shelf;
    int months = retailer.options().months();
    this.faults = new FaultSchedule(FAULTS, months, months - 3, Set.of(), slot -> 0);
  }

  @Override
  public String name() {
    return ENTITY;
  }

  @Override
  public void day(int day) {
    LocalDate date = retailer.calendar().date(day);
    if (date.getDayOfMonth() == 1 && shelf.isFirstPart()) {
      write(date, retailer.calendar().month(day));
    }
  }

  @Override
  public void end() {}

  private void write(LocalDate date, int month) {
    Catalogue catalogue = retailer.catalogue();
    faults.begin(month);
    List<String> extra = List.of("NO-9" + (1000 + month), "Sondermodell", "Zelte", "Bergwind", "1");
    try (ExtractFile file =
        shelf.open(
            ENTITY,
            Period.DAY.format(date),
            date,
            DIALECT,
            "SKU",
            "Name",
            "Category",
            "Brand",
            "ListPrice")) {
      for (Product product : catalogue.products()) {
        if (product.isSold(month)) {
          file.write(cells(catalogue, product, month));
        }
      }
      shelf.plant(faults.take(month), ENTITY, file, extra);
    }
  }

  private static List<String> cells(Catalogue catalogue, Product product, int month) {
    return new ArrayList<>(
        List.of(
            product.sku(),
            product.name(),
            catalogue.category(product),
            product.brand(),
            DIALECT.money(catalogue.cents(product, month))));
  }
}
