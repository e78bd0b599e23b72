package io.clientele.sample.webshop;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Aftermath;
import io.clientele.sample.people.Baskets;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Shelf;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.source.TimeOfDay;
import io.clientele.sample.truth.MonthTally;
import io.clientele.sample.truth.PlantedTruth;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders of the web shop: heads in one file, lines in another. A return or a cancellation is a head
 * of its own that names the order it refers to; its lines have negative quantities.
 */
final class WebOrders implements SourceSystem {
  private static final String HEADS = "orders";
  private static final String LINES = "order_lines";
  private static final Dialect DIALECT = Dialect.WEBSHOP;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

  private final Retailer retailer;
  private final Shelf shelf;
  private final MonthTally tally;
  private final WebFaults faults;
  private final TestOrders testOrders;
  private ExtractFile heads;
  private ExtractFile lines;
  private int today;

  WebOrders(Retailer retailer, Shelf shelf, PlantedTruth truth) {
    this.retailer = retailer;
    this.shelf = shelf;
    this.tally = new MonthTally(Webshop.NAME, truth);
    this.faults = new WebFaults(retailer, shelf);
    this.testOrders = new TestOrders(retailer, truth);
  }

  static String text(LocalDateTime at) {
    return CLOCK.format(at);
  }

  @Override
  public String name() {
    return HEADS;
  }

  @Override
  public void day(int day) {
    today = day;
    Period period = Period.of(retailer.calendar(), day);
    if (period.firstDay() == day) {
      open(period);
    }
    tally.month(retailer.calendar().date(day).toString().substring(0, 7));
    faults.begin(day);
    testOrders.write(day, heads, lines);
    retailer.forEachComer(day, this::comes);
    if (period.lastDay() == day) {
      heads.close();
      lines.close();
    }
  }

  @Override
  public void end() {
    tally.end();
    testOrders.close();
  }

  private void open(Period period) {
    var on = retailer.calendar().date(period.lastDay());
    heads =
        shelf.open(
            HEADS,
            period.label(),
            on,
            DIALECT,
            "OrderNumber",
            "OrderedAt",
            "CustomerNumber",
            "Status",
            "RefersTo");
    lines =
        shelf.open(
            LINES,
            period.label(),
            on,
            DIALECT,
            "OrderNumber",
            "LineNumber",
            "SKU",
            "Quantity",
            "UnitPrice",
            "Discount");
  }

  private void comes(Life life, int place) {
    if (retailer.visits().buys(life, Channel.ONLINE, today)) {
      buys(life, head(life, place));
    }
    int cancelled = today - Aftermath.CANCELLED_AFTER_DAYS;
    if (retailer.visits().buys(life, Channel.ONLINE, cancelled)
        && retailer.aftermath().isCancelled(life, cancelled)) {
      List<Baskets.Item> items = retailer.baskets().of(life, Channel.ONLINE, cancelled);
      write(
          head(life, place).as("S-", "CANCELLED", number(life, cancelled)),
          undone(items, true),
          MonthTally.Kind.CANCELLATION);
    }
    int returned = today - retailer.aftermath().daysUntilReturn(life);
    if (life.isKnown() && retailer.visits().buys(life, Channel.ONLINE, returned)) {
      List<Baskets.Item> items = retailer.baskets().of(life, Channel.ONLINE, returned);
      items = retailer.aftermath().returned(life, Channel.ONLINE, returned, items);
      if (!items.isEmpty()) {
        write(
            head(life, place).as("R-", "RETURNED", number(life, returned)),
            undone(items, false),
            MonthTally.Kind.RETURN);
      }
    }
  }

  private void buys(Life life, Head head) {
    List<Line> basket = new ArrayList<>();
    List<Baskets.Item> items = retailer.baskets().of(life, Channel.ONLINE, today);
    for (Baskets.Item item : items) {
      basket.add(
          new Line(item.product().sku(), item.quantity(), item.unitCents(), item.discountCents()));
    }
    if (Bill.hasPostage(items)) {
      basket.add(new Line(Line.SHIPPING, 1, Bill.POSTAGE_CENTS, 0));
    }
    write(head, basket, MonthTally.Kind.PURCHASE);
    if (life.isKnown()) {
      tally.customer(life.index());
    }
    if (life.isKnown()) {
      faults.plant(
          today, heads, lines, head.cells(), basket.get(0).cells(head.number(), basket.size() + 1));
    }
  }

  private static List<Line> undone(List<Baskets.Item> items, boolean isWhole) {
    List<Line> undone = new ArrayList<>();
    for (Baskets.Item item : items) {
      undone.add(new Line(item.product().sku(), -item.quantity(), item.paidCents(), 0));
    }
    if (isWhole && Bill.hasPostage(items)) {
      undone.add(new Line(Line.SHIPPING, -1, Bill.POSTAGE_CENTS, 0));
    }
    return undone;
  }

  private void write(Head head, List<Line> order, MonthTally.Kind kind) {
    heads.write(head.cells());
    tally.order();
    for (int i = 0; i < order.size(); i++) {
      Line line = order.get(i);
      lines.write(line.cells(head.number(), i + 1));
      boolean isFee = kind == MonthTally.Kind.PURCHASE && line.sku().equals(Line.SHIPPING);
      tally.line(
          isFee ? MonthTally.Kind.SHIPPING : kind,
          line.quantity(),
          line.unitCents(),
          line.discountCents());
    }
  }

  private Head head(Life life, int place) {
    double share = (double) place / retailer.population().walkers();
    LocalDateTime at = TimeOfDay.at(retailer.calendar().date(today), Channel.ONLINE, share);
    boolean isFresh = today >= retailer.calendar().fortnight();
    return new Head(
        "W-" + retailer.documentNumber(today, place),
        text(at),
        life.isKnown() ? retailer.customerNumber(life) : "",
        isFresh ? "OPEN" : "COMPLETED",
        "");
  }

  /** Number of the order of an earlier day. */
  private String number(Life life, int day) {
    return "W-" + retailer.documentNumber(life, day);
  }

  private record Head(
      String number, String orderedAt, String customer, String status, String refersTo) {
    Head as(String prefix, String newStatus, String order) {
      return new Head(prefix + number.substring(2), orderedAt, customer, newStatus, order);
    }

    List<String> cells() {
      return List.of(number, orderedAt, customer, status, refersTo);
    }
  }

  private record Line(String sku, int quantity, long unitCents, long discountCents) {
    static final String SHIPPING = "SHIPPING";

    List<String> cells(String order, int number) {
      return List.of(
          order,
          Integer.toString(number),
          sku,
          Integer.toString(quantity),
          DIALECT.money(unitCents),
          DIALECT.money(discountCents));
    }
  }
}
