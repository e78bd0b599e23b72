package io.clientele.sample.tills;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Product;
import io.clientele.sample.market.Store;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Baskets;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.FaultSchedule;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Shelf;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.source.TimeOfDay;
import io.clientele.sample.truth.MonthTally;
import io.clientele.sample.truth.PlantedTruth;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Receipt lines. What is scanned twice stands there twice, equal to the letter; what is brought
 * back has a negative quantity. One daily file comes twice, one comes late.
 */
final class TillReceipts implements SourceSystem {
  private static final String ENTITY = "bons";
  private static final Dialect DIALECT = Dialect.TILLS;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
  private static final double SCANNED_ONE_BY_ONE = 0.5;
  private static final double SHOPS_NEAR_HOME = 0.88;

  private final Retailer retailer;
  private final Shelf shelf;
  private final MonthTally tally;
  private final TillMishaps mishaps;
  private final FaultSchedule faults;
  private ExtractFile file;
  private int today;

  TillReceipts(Retailer retailer, Shelf shelf, PlantedTruth truth) {
    this.retailer = retailer;
    this.shelf = shelf;
    this.tally = new MonthTally(Tills.NAME, truth);
    this.mishaps = new TillMishaps(retailer.calendar());
    this.faults = TillFaults.schedule(retailer, shelf, mishaps);
  }

  @Override
  public String name() {
    return ENTITY;
  }

  @Override
  public void day(int day) {
    today = day;
    Period period = Period.of(retailer.calendar(), day);
    boolean isOpen = retailer.calendar().isOpen(day);
    if (period.firstDay() == day && (isOpen || period.lastDay() > day)) {
      open(period);
    }
    tally.month(retailer.calendar().date(day).toString().substring(0, 7));
    faults.begin(day);
    if (isOpen) {
      retailer.forEachComer(day, this::comes);
    }
    if (period.lastDay() == day && file != null) {
      close();
    }
  }

  @Override
  public void end() {
    tally.end();
  }

  private void open(Period period) {
    file =
        shelf.open(
            ENTITY,
            mishaps.delivery(ENTITY, period),
            DIALECT,
            "Bonnummer",
            "Datum",
            "Filiale",
            "Artikelnummer",
            "Bezeichnung",
            "Kundenkarte",
            "Menge",
            "Preis",
            "Rabatt",
            "Betrag");
  }

  private void close() {
    file.close();
    if (today == mishaps.twiceDay()) {
      shelf.deliverAgain(ENTITY, file.name(), "_kopie", mishaps.copyArrives());
    }
    file = null;
  }

  private void comes(Life life, int place) {
    boolean buys = retailer.visits().buys(life, Channel.STORE, today);
    List<Baskets.Item> back = broughtBack(life);
    if (!buys && back.isEmpty()) {
      return;
    }
    Receipt receipt = receipt(life, place);
    tally.order();
    if (buys) {
      List<Baskets.Item> items = retailer.baskets().of(life, Channel.STORE, today);
      items.forEach(item -> scan(receipt, item));
      if (life.isKnown()) {
        tally.customer(life.index());
      }
      shelf.plant(faults.take(today), ENTITY, file, receipt.cells(items.get(0), 1, 0));
    }
    for (Baskets.Item item : back) {
      write(receipt, item, -item.quantity(), MonthTally.Kind.RETURN);
    }
  }

  private List<Baskets.Item> broughtBack(Life life) {
    int day = today - retailer.aftermath().daysUntilReturn(life);
    if (!life.isKnown() || !retailer.visits().buys(life, Channel.STORE, day)) {
      return List.of();
    }
    List<Baskets.Item> items = retailer.baskets().of(life, Channel.STORE, day);
    return retailer.aftermath().returned(life, Channel.STORE, day, items);
  }

  private void scan(Receipt receipt, Baskets.Item item) {
    boolean oneByOne =
        item.quantity() > 1
            && Dice.of(retailer.seed(), Topic.CLOCK, receipt.index(), today)
                .chance(SCANNED_ONE_BY_ONE);
    for (int i = 0; i < (oneByOne ? item.quantity() : 1); i++) {
      write(receipt, item, oneByOne ? 1 : item.quantity(), MonthTally.Kind.PURCHASE);
    }
  }

  private void write(Receipt receipt, Baskets.Item item, int quantity, MonthTally.Kind kind) {
    boolean isBack = quantity < 0;
    Baskets.Item paid =
        isBack ? new Baskets.Item(item.product(), quantity, item.paidCents(), 0) : item;
    long discount = quantity * paid.unitDiscountCents();
    file.write(receipt.cells(paid, quantity, discount));
    tally.line(kind, quantity, paid.unitCents(), discount);
  }

  private Receipt receipt(Life life, int place) {
    Dice dice = Dice.of(retailer.seed(), Topic.CLOCK, life.index(), -2L - today);
    boolean nearHome = life.isKnown() && dice.chance(SHOPS_NEAR_HOME);
    Store store =
        nearHome
            ? Store.near(retailer.identities().profile(life, today).town().region(), life.index())
            : dice.pick(Store.ALL);
    double share = (double) place / retailer.population().walkers();
    LocalDateTime at = TimeOfDay.at(retailer.calendar().date(today), Channel.STORE, share);
    return new Receipt(
        life.index(),
        store.number() + "-" + retailer.documentNumber(today, place),
        CLOCK.format(at),
        store.number(),
        life.isKnown() ? retailer.cardNumber(life) : "");
  }

  private record Receipt(int index, String number, String at, String store, String card) {
    List<String> cells(Baskets.Item item, int quantity, long discountCents) {
      Product product = item.product();
      return List.of(
          number,
          at,
          store,
          Integer.toString(product.number()),
          product.name(),
          card,
          Integer.toString(quantity),
          DIALECT.money(item.unitCents()),
          DIALECT.money(discountCents),
          DIALECT.money(quantity * item.unitCents() - discountCents));
    }
  }
}
