package io.clientele.sample.webshop;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.Profile;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.FaultSchedule;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Shelf;
import io.clientele.sample.source.SourceSystem;
import io.clientele.sample.source.TimeOfDay;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/** Customers of the web shop: all at the start, then new and changed ones. */
final class WebCustomers implements SourceSystem {
  private static final String ENTITY = "customers";
  private static final Dialect DIALECT = Dialect.WEBSHOP;
  private static final String[] HEADER = {
    "CustomerNumber", "FirstName", "LastName", "Email", "Phone", "BirthDate", "Street",
    "PostalCode", "City", "Region", "Country", "Newsletter", "MarketingConsent", "RegisteredOn",
    "UpdatedAt"
  };
  private static final List<Fault> FAULTS =
      List.of(
          Fault.cell(
              DIALECT,
              "undecodable_byte",
              "undecodable",
              3,
              2,
              "M" + ExtractFile.STRAY_BYTE + "ller"),
          Fault.cell(DIALECT, "duplicate_key", "duplicate_key", 3, 4, "030 23125000"),
          Fault.cell(DIALECT, "missing_customer", "missing(source_customer_id)", 2, 0, ""),
          Fault.cell(
              DIALECT, "impossible_birth_date", "not_a_date(birth_date)", 2, 5, "1980-02-31"),
          Fault.tooFewCells(DIALECT, 2, 3));

  private final Retailer retailer;
  private final Shelf shelf;
  private final FaultSchedule faults;
  private int files;
  private int writtenUntil = Integer.MIN_VALUE;

  WebCustomers(Retailer retailer, Shelf shelf) {
    this.retailer = retailer;
    this.shelf = shelf;
    int months = retailer.options().months();
    this.faults =
        shelf.isFirstPart()
            ? new FaultSchedule(
                FAULTS, months + 15, months + 1, Set.of(), slot -> slot == 0 ? 57 : slot % 2)
            : FaultSchedule.none();
  }

  @Override
  public String name() {
    return ENTITY;
  }

  @Override
  public void day(int day) {
    if (day == 0) {
      write(-1, retailer.calendar().date(0));
    }
    if (Period.of(retailer.calendar(), day).lastDay() == day) {
      write(day, retailer.calendar().date(day));
    }
  }

  @Override
  public void end() {}

  /** What has changed since the last file until the end of the day. */
  private void write(int day, LocalDate date) {
    int slot = files++;
    faults.begin(slot);
    try (ExtractFile file = shelf.open(ENTITY, Period.DAY.format(date), date, DIALECT, HEADER)) {
      if (day < 0 && shelf.isFirstPart()) {
        file.write(TestOrders.customer(date));
      }
      retailer.forEachCustomer(
          life -> {
            if (life.isCustomer(Channel.ONLINE, day)
                && retailer.identities().updatedDay(life, day) > writtenUntil) {
              List<String> cells = cells(retailer, life, day);
              file.write(cells);
              faults.take(slot).forEach(fault -> plant(fault, file, cells));
            }
          });
    }
    writtenUntil = day;
  }

  /**
   * A repeated key repeats a good one; all other broken rows are of customers found nowhere else.
   */
  private void plant(Fault fault, ExtractFile file, List<String> good) {
    List<String> cells =
        fault.kind().equals("duplicate_key")
            ? good
            : Fault.with(good, 0, "9" + good.get(0).substring(1));
    shelf.plant(List.of(fault), ENTITY, file, cells);
  }

  /** What stands in the files at the end of the day; the last cell is the time of the change. */
  static List<String> cells(Retailer retailer, Life life, int day) {
    Profile profile = retailer.identities().profile(life, day);
    int updated = retailer.identities().updatedDay(life, day);
    Dice dice = Dice.of(retailer.seed(), Topic.CLOCK, life.index(), updated);
    LocalDateTime at = TimeOfDay.at(retailer.calendar().date(updated), Channel.ONLINE, dice.unit());
    return List.of(
        retailer.customerNumber(life),
        profile.firstName(),
        profile.lastName(),
        profile.email(),
        profile.phone(),
        profile.birthDate().toString(),
        dice.chance(0.01) ? "Hinterhaus\n" + profile.street() : profile.street(),
        profile.postcode(),
        profile.town().name(),
        profile.town().region(),
        profile.town().country(),
        profile.newsletter(),
        profile.consent(),
        retailer.calendar().date(life.onlineFrom()).toString(),
        WebOrders.text(at));
  }
}
