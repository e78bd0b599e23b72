package io.clientele.sample.loyalty;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Clerk;
import io.clientele.sample.people.ContactForm;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.Profile;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.Layout;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Rows;
import java.util.List;

/** Members: all at the start, then who joins, and who moves and says so. */
final class Members implements Rows {
  private static final Dialect DIALECT = Dialect.OFFICE;
  private static final double TELLS_CHANGES = 0.6;
  private static final double ALLOWS_MAIL = 0.6;
  private static final int LATE_MONTH = 3;

  static final Layout LAYOUT =
      Layout.of(
              "members",
              DIALECT,
              Cadence.HISTORY_THEN_MONTHLY,
              "Mitgliedsnummer",
              "Kartennummer",
              "Vorname",
              "Nachname",
              "E-Mail",
              "Telefon",
              "Geburtsdatum",
              "Straße",
              "PLZ",
              "Ort",
              "Region",
              "Werbung",
              "Mitglied seit",
              "Geändert am")
          .with(
              Fault.cell(DIALECT, "missing_customer", "missing(source_customer_id)", 2, 0, ""),
              Fault.cell(
                  DIALECT, "impossible_birth_date", "not_a_date(birth_date)", 2, 6, "1975-09-31"),
              Fault.tooManyCells(DIALECT, 2, "Karte verloren"))
          .with(Layout.Mishaps.late(LATE_MONTH));

  private final Retailer retailer;
  private final Memberships memberships;

  Members(Retailer retailer) {
    this.retailer = retailer;
    this.memberships = new Memberships(retailer);
  }

  @Override
  public void write(Period period, Sink sink) {
    retailer.forEachCustomer(
        life -> {
          int from = memberships.from(life);
          boolean isNew = period.holds(from);
          if (isNew || (from < period.firstDay() && hasNews(life, period))) {
            sink.write(life.index(), 0, cells(life, period.lastDay()));
          }
        });
  }

  private boolean hasNews(Life life, Period period) {
    return tells(life)
        && retailer.identities().changes(life, period.firstDay() - 1, period.lastDay());
  }

  private boolean tells(Life life) {
    return Dice.of(retailer.seed(), Topic.MEMBERSHIP, life.index(), 2).chance(TELLS_CHANGES);
  }

  /** What the programme knows at the end of the day; empty if the person is no member yet. */
  List<String> cells(Life life, int day) {
    int from = memberships.from(life);
    return from > day ? List.of() : cells(life, from, tells(life) ? day : from);
  }

  private List<String> cells(Life life, int from, int day) {
    Profile profile = retailer.identities().profile(life, day);
    ContactForm form = retailer.forms().of(life, day, Clerk.LOYALTY);
    boolean allows =
        Dice.of(retailer.seed(), Topic.MEMBERSHIP, life.index(), 3).chance(ALLOWS_MAIL);
    return List.of(
        memberships.number(life),
        retailer.cardNumber(life),
        form.firstName(),
        form.lastName(),
        form.email(),
        form.phone(),
        form.birthDate(),
        profile.street(),
        profile.postcode(),
        profile.town().name(),
        profile.town().region(),
        allows ? "J" : "N",
        retailer.calendar().date(from).toString(),
        retailer.calendar().date(day).toString());
  }
}
