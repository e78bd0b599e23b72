package io.clientele.jobs.init.guess;

import io.clientele.jobs.init.profile.DistinctSample;
import io.clientele.jobs.init.profile.FileProfile;
import io.clientele.jobs.init.profile.Numbers;
import io.clientele.jobs.init.profile.TimeGuess;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Consumer;

/** Counts what columns say together, record by record, in constant memory. */
final class Relations implements Consumer<String[]> {
  private final Roles roles;
  private final boolean isDecimalComma;
  private final Optional<DateTimeFormatter> dates;
  private final OrderPrefixes prefixes = new OrderPrefixes();
  private final Buyers buyers = new Buyers();
  private final OddCodes oddCodes;
  private final Arithmetic arithmetic = new Arithmetic();
  private long negative;
  private long zeroQuantity;
  private long notPositivePrice;
  private long purchases;
  private String lastTime = "";
  private Optional<LocalDate> lastDay = Optional.empty();

  Relations(FileProfile head, Roles roles) {
    this.roles = roles;
    this.isDecimalComma = head.isDecimalComma();
    this.dates =
        roles
            .column(Role.ORDERED_AT)
            .flatMap(column -> head.column(column).time().pattern())
            .map(TimeGuess::formatter);
    this.oddCodes =
        roles.column(Role.PRODUCT).map(column -> new OddCodes(head.column(column))).orElse(null);
  }

  @Override
  public void accept(String[] cells) {
    double quantity = roles.has(Role.QUANTITY) ? number(cells, Role.QUANTITY) : 1;
    double price = number(cells, Role.UNIT_PRICE);
    double amount = number(cells, Role.AMOUNT);
    arithmetic.add(quantity, price, amount, number(cells, Role.DISCOUNT));
    negative += quantity < 0 ? 1 : 0;
    zeroQuantity += quantity == 0 ? 1 : 0;
    double value = Double.isNaN(price) ? amount : price;
    notPositivePrice += value <= 0 ? 1 : 0;
    String order = text(cells, Role.ORDER);
    if (!order.isEmpty()) {
      prefixes.add(order, quantity < 0);
    }
    String customer = text(cells, Role.CUSTOMER);
    boolean isBought = quantity > 0 && value > 0 && !customer.isEmpty();
    String odd = odd(cells, isBought, Double.isNaN(price) ? amount : price * quantity);
    if (isBought) {
      purchases++;
      day(text(cells, Role.ORDERED_AT))
          .ifPresent(day -> buyers.add(DistinctSample.hash(customer), day, odd));
    }
  }

  private String odd(String[] cells, boolean isBought, double amount) {
    String code = text(cells, Role.PRODUCT);
    String odd = code.isEmpty() ? "" : oddCodes.odd(code);
    if (!odd.isEmpty()) {
      oddCodes.add(odd, code, text(cells, Role.PRODUCT_NAME), isBought, amount);
    }
    return odd;
  }

  private Optional<LocalDate> day(String time) {
    if (!time.equals(lastTime)) {
      lastTime = time;
      lastDay = Optional.empty();
      try {
        lastDay = dates.map(format -> LocalDate.from(format.parse(time)));
      } catch (DateTimeException unreadable) {
        lastDay = Optional.empty();
      }
    }
    return lastDay;
  }

  private String text(String[] cells, Role role) {
    int column = roles.index(role);
    return column < 0 ? "" : cells[column].strip();
  }

  private double number(String[] cells, Role role) {
    int column = roles.index(role);
    return column < 0
        ? Double.NaN
        : Numbers.value(cells[column], isDecimalComma).orElse(Double.NaN);
  }

  OrderPrefixes prefixes() {
    return prefixes;
  }

  Buyers buyers() {
    return buyers;
  }

  Optional<OddCodes> oddCodes() {
    return Optional.ofNullable(oddCodes);
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  /** Lines with a quantity below zero. */
  long negative() {
    return negative;
  }

  long zeroQuantity() {
    return zeroQuantity;
  }

  /** Lines whose price (or amount) is zero or below. */
  long notPositivePrice() {
    return notPositivePrice;
  }

  /** Lines of a known customer with quantity and price above zero. */
  long purchases() {
    return purchases;
  }
}
