package io.clientele.sample.reference;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.market.Catalogue;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Product;
import io.clientele.sample.market.Topic;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.Layout;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Rows;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Articles with warranty and release, their prices since when, and what lies in the warehouse. */
final class ArticleRows {
  private static final Dialect DIALECT = Dialect.OFFICE;
  private static final List<Integer> WARRANTY_MONTHS = List.of(6, 12, 24, 24, 36, 60);

  static final Layout ARTICLES =
      Layout.of(
              "articles",
              DIALECT,
              Cadence.HALF_YEARLY,
              "SKU",
              "Name",
              "Category",
              "Brand",
              "WarrantyMonths",
              "ReleasedOn",
              "Cost",
              "Currency")
          .with(
              Fault.cell(DIALECT, "text_cost", "not_a_number(unit_cost)", 2, 6, "offen"),
              Fault.cell(DIALECT, "missing_sku", "missing(product_id)", 1, 0, ""));

  static final Layout PRICES =
      Layout.of("prices", DIALECT, Cadence.MONTHLY, "SKU", "ValidFrom", "Price", "Currency")
          .with(
              Fault.cell(DIALECT, "missing_price", "missing(list_price)", 2, 2, ""),
              Fault.cell(DIALECT, "impossible_date", "not_a_date(valid_from)", 2, 1, "2025-00-01"));

  static final Layout STOCK =
      Layout.of("stock", DIALECT, Cadence.MONTHLY_THEN_DAILY, "SKU", "CountedOn", "Units")
          .with(
              Fault.cell(DIALECT, "text_units", "not_a_number(units)", 2, 2, "viele"),
              Fault.cell(DIALECT, "missing_sku", "missing(product_id)", 2, 0, ""));

  private final Retailer retailer;
  private final Catalogue catalogue;

  ArticleRows(Retailer retailer) {
    this.retailer = retailer;
    this.catalogue = retailer.catalogue();
  }

  void articles(Period period, Rows.Sink sink) {
    forEachSold(
        Math.max(0, period.lastDay()),
        product -> sink.write(Rows.Sink.NOBODY, 0, article(product)));
  }

  /** Prices that begin within the period; prices change on the first of a month. */
  void prices(Period period, Rows.Sink sink) {
    int month = retailer.calendar().month(period.firstDay());
    forEachSold(
        period.firstDay(),
        product -> {
          long cents = catalogue.cents(product, month);
          boolean isNew = month == Math.max(0, product.launchMonth());
          if (isNew || catalogue.cents(product, month - 1) != cents) {
            String from = retailer.dateText(period.firstDay());
            sink.write(
                Rows.Sink.NOBODY, cents, List.of(product.sku(), from, DIALECT.money(cents), "EUR"));
          }
        });
  }

  void stock(Period period, Rows.Sink sink) {
    forEachSold(
        period.lastDay(),
        product ->
            sink.write(
                Rows.Sink.NOBODY,
                0,
                List.of(
                    product.sku(),
                    retailer.dateText(period.lastDay()),
                    Integer.toString(units(product, period.lastDay())))));
  }

  private void forEachSold(int day, Consumer<Product> visitor) {
    int month = retailer.calendar().month(day);
    catalogue.products().stream().filter(product -> product.isSold(month)).forEach(visitor);
  }

  private List<String> article(Product product) {
    Dice dice = Dice.of(retailer.seed(), Topic.STOCK, product.number(), -1);
    LocalDate released = retailer.calendar().date(0).plusMonths(product.launchMonth());
    boolean isOld = product.launchMonth() <= 0;
    long firstPrice = catalogue.cents(product, Math.max(0, product.launchMonth()));
    return List.of(
        product.sku(),
        product.name(),
        catalogue.category(product),
        product.brand(),
        dice.pick(WARRANTY_MONTHS).toString(),
        (isOld ? released.minusDays(1L + dice.below(2_000)) : released).toString(),
        DIALECT.money(Math.round(firstPrice * (0.4 + 0.25 * dice.unit()))),
        "EUR");
  }

  /** Stock falls by a rhythm of the article and is filled up; some days it is empty. */
  private int units(Product product, int day) {
    Dice dice = Dice.of(retailer.seed(), Topic.STOCK, product.number(), 0);
    int every = 20 + dice.below(50);
    int most = 30 + dice.below(170);
    int age = (day + dice.below(every)) % every;
    int left = most - (int) (most * (0.85 + 0.3 * dice.unit()) * age / every);
    return Math.max(0, left);
  }
}
