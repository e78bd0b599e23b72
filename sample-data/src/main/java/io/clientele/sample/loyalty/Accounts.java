package io.clientele.sample.loyalty;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.Layout;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Rows;
import java.util.List;

/** Card and tier of all members every half year; the tier follows the purchases of that time. */
final class Accounts implements Rows {
  private static final Dialect DIALECT = Dialect.OFFICE;
  private static final int POINTS_A_PURCHASE = 25;

  static final Layout LAYOUT =
      Layout.of(
              "accounts",
              DIALECT,
              Cadence.HALF_YEARLY,
              "Kartennummer",
              "Mitgliedsnummer",
              "Stufe",
              "Punkte",
              "Stand")
          .with(
              Fault.cell(DIALECT, "text_points", "not_a_number(points)", 2, 3, "k. A."),
              Fault.cell(DIALECT, "missing_card", "missing(loyalty_card)", 2, 0, ""));

  private final Retailer retailer;
  private final Memberships memberships;

  Accounts(Retailer retailer) {
    this.retailer = retailer;
    this.memberships = new Memberships(retailer);
  }

  @Override
  public void write(Period period, Sink sink) {
    retailer.forEachCustomer(
        life -> {
          if (memberships.from(life) <= period.lastDay()) {
            int purchases = memberships.purchases(life, period.firstDay(), period.lastDay());
            sink.write(
                life.index(),
                0,
                List.of(
                    retailer.cardNumber(life),
                    memberships.number(life),
                    Memberships.tier(purchases),
                    Integer.toString(POINTS_A_PURCHASE * purchases),
                    retailer.calendar().date(period.lastDay()).toString()));
          }
        });
  }
}
