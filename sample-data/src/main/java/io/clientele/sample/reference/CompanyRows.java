package io.clientele.sample.reference;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Store;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Employee;
import io.clientele.sample.people.Staff;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.Layout;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Rows;
import java.util.List;
import java.util.Locale;

/** Stores, staff and what a euro is worth in francs. */
final class CompanyRows {
  private static final Dialect DIALECT = Dialect.OFFICE;

  static final Layout STORES =
      Layout.of(
          "stores",
          DIALECT,
          Cadence.HALF_YEARLY,
          "StoreNumber",
          "Name",
          "City",
          "Region",
          "OpenedOn",
          "AreaSquareMetres");

  static final Layout STAFF =
      Layout.of(
              "staff",
              DIALECT,
              Cadence.HALF_YEARLY,
              "PersonnelNumber",
              "FirstName",
              "LastName",
              "Department",
              "Grade",
              "StoreNumber",
              "Region",
              "HiredOn")
          .with(Fault.tooFewCells(DIALECT, 2, 2));

  static final Layout RATES =
      Layout.of("exchange_rates", DIALECT, Cadence.MONTHLY, "Day", "From", "To", "Rate")
          .with(Fault.cell(DIALECT, "text_rate", "not_a_number(exchange_rate)", 2, 3, "-,--"));

  private final Retailer retailer;
  private final Staff staff;

  CompanyRows(Retailer retailer) {
    this.retailer = retailer;
    this.staff = new Staff(retailer.seed(), retailer.calendar().days());
  }

  void stores(Period period, Rows.Sink sink) {
    for (Store store : Store.ALL) {
      Dice dice = Dice.of(retailer.seed(), Topic.STAFF, -1, Integer.parseInt(store.number()));
      sink.write(
          Rows.Sink.NOBODY,
          0,
          List.of(
              store.number(),
              store.name(),
              store.city(),
              store.region(),
              retailer.calendar().date(-1 - dice.below(6_000)).toString(),
              Integer.toString(180 + 10 * dice.below(70))));
    }
  }

  void staff(Period period, Rows.Sink sink) {
    for (Employee employee : staff.employees()) {
      if (employee.worksOn(period.lastDay())) {
        sink.write(Rows.Sink.NOBODY, 0, cells(employee, period.lastDay()));
      }
    }
  }

  /** Around 0.95, slowly up and down, and a little noise. */
  void rates(Period period, Rows.Sink sink) {
    for (int day = period.firstDay(); day <= period.lastDay(); day++) {
      Dice dice = Dice.of(retailer.seed(), Topic.EXCHANGE, 0, day);
      double rate =
          0.95 + 0.02 * StrictMath.sin(day / 97.0) + 0.004 * (dice.unit() + dice.unit() - 1);
      String text = String.format(Locale.ROOT, "%.4f", rate).replace('.', ',');
      sink.write(Rows.Sink.NOBODY, 0, List.of(retailer.dateText(day), "EUR", "CHF", text));
    }
  }

  private List<String> cells(Employee employee, int day) {
    return List.of(
        employee.id(),
        employee.firstName(),
        employee.lastName(),
        employee.department().name(),
        day >= employee.promoted() ? "SENIOR" : "JUNIOR",
        employee.store(),
        employee.region(),
        retailer.calendar().date(employee.hired()).toString());
  }
}
