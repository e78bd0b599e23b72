package io.clientele.sample.webshop;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.truth.PlantedTruth;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Orders with which the shop's people try the shop; no sales, and in no total. */
final class TestOrders implements AutoCloseable {
  private static final Dialect DIALECT = Dialect.WEBSHOP;
  private static final String CUSTOMER = "99999";
  private static final String SKU = "TEST-1";
  private static final double A_DAY = 0.04;

  private final Retailer retailer;
  private final ExtractFile planted;

  TestOrders(Retailer retailer, PlantedTruth truth) {
    this.retailer = retailer;
    this.planted = truth.open("test-orders", "source", "order", "ordered_on", "amount");
  }

  /** The customer of the test orders as the web shop delivers him. */
  static List<String> customer(LocalDate on) {
    return List.of(
        CUSTOMER,
        "Kunde",
        "Test",
        "test@nordlicht.example",
        "",
        "2000-01-01",
        "Am Server 1",
        "20095",
        "Hamburg",
        "Nord",
        "DE",
        "never",
        "false",
        on.toString(),
        WebOrders.text(on.atStartOfDay()));
  }

  /** Now and then an order early in the morning. */
  void write(int day, ExtractFile heads, ExtractFile lines) {
    Dice dice = Dice.of(retailer.seed(), Topic.PLANTING, day, 0);
    if (!dice.chance(A_DAY) || retailer.options().part() > 0) {
      return;
    }
    LocalDateTime at = retailer.calendar().date(day).atTime(0, dice.below(60));
    String number = "T-" + retailer.documentNumber(day, 0);
    long cents = 100L * (1 + dice.below(9_999));
    heads.write(List.of(number, WebOrders.text(at), CUSTOMER, "TEST", ""));
    lines.write(List.of(number, "1", SKU, "1", DIALECT.money(cents), DIALECT.money(0)));
    planted.write(List.of(Webshop.NAME, number, at.toLocalDate().toString(), DIALECT.money(cents)));
  }

  @Override
  public void close() {
    planted.close();
  }
}
