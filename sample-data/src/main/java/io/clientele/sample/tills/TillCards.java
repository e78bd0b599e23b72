package io.clientele.sample.tills;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.file.ExtractFile;
import io.clientele.sample.market.Channel;
import io.clientele.sample.market.Dice;
import io.clientele.sample.market.Topic;
import io.clientele.sample.people.Life;
import io.clientele.sample.people.Profile;
import io.clientele.sample.people.TillSpelling;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.FaultSchedule;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Shelf;
import io.clientele.sample.source.SourceSystem;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/**
 * All holders of loyalty cards, before the start and then every half year. Who gave his card back
 * is missing from then on; addresses follow a move only now and then.
 */
final class TillCards implements SourceSystem {
  private static final String ENTITY = "kunden";
  private static final Dialect DIALECT = Dialect.TILLS;
  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");
  private static final int MONTHS_BETWEEN = 6;
  private static final int CARD_BACK_AFTER_DAYS = 60;
  private static final double GIVES_CARD_BACK = 0.08;
  private static final double TELLS_NEW_ADDRESS = 0.4;
  private static final List<Fault> FAULTS =
      List.of(
          Fault.cell(DIALECT, "duplicate_key", "duplicate_key", 2, 5, "unbekannt"),
          Fault.cell(
              DIALECT, "impossible_birth_date", "not_a_date(birth_date)", 2, 3, "31.09.1975"),
          Fault.cell(DIALECT, "missing_customer", "missing(source_customer_id)", 2, 0, ""),
          Fault.tooManyCells(DIALECT, 2, "geprüft"));

  private final Retailer retailer;
  private final Shelf shelf;
  private final FaultSchedule faults;
  private int files;

  TillCards(Retailer retailer, Shelf shelf) {
    this.retailer = retailer;
    this.shelf = shelf;
    int slots = 1 + retailer.options().months() / MONTHS_BETWEEN;
    this.faults =
        shelf.isFirstPart()
            ? new FaultSchedule(FAULTS, slots, slots - 1, Set.of(), slot -> 19 + 7 * slot)
            : FaultSchedule.none();
  }

  @Override
  public String name() {
    return ENTITY;
  }

  @Override
  public void day(int day) {
    LocalDate date = retailer.calendar().date(day);
    if (day == 0) {
      write(-1, date.minusDays(1));
    }
    boolean isMonthEnd = date.plusDays(1).getDayOfMonth() == 1;
    if (isMonthEnd && (retailer.calendar().month(day) + 1) % MONTHS_BETWEEN == 0) {
      write(day, date);
    }
  }

  @Override
  public void end() {}

  private void write(int day, LocalDate date) {
    int slot = files++;
    faults.begin(slot);
    LocalDate on = day < 0 ? date.plusDays(1) : date;
    try (ExtractFile file =
        shelf.open(
            ENTITY,
            Period.MONTH.format(date),
            on,
            DIALECT,
            "Kartennummer",
            "Vorname",
            "Nachname",
            "Geburtsdatum",
            "E-Mail",
            "Straße",
            "PLZ",
            "Ort",
            "Region",
            "Werbung",
            "Karte seit")) {
      retailer.forEachCustomer(
          life -> {
            if (isHolder(retailer, life, day)) {
              List<String> cells = cells(retailer, life, day);
              file.write(cells);
              faults.take(slot).forEach(fault -> plant(fault, file, cells));
            }
          });
    }
  }

  private void plant(Fault fault, ExtractFile file, List<String> good) {
    List<String> cells =
        fault.kind().equals("duplicate_key")
            ? good
            : Fault.with(good, 0, "99" + good.get(0).substring(2));
    shelf.plant(List.of(fault), ENTITY, file, cells);
  }

  /** Whether the person has a card and has not given it back. */
  static boolean isHolder(Retailer retailer, Life life, int day) {
    return life.isCustomer(Channel.STORE, day) && !isGivenBack(retailer, life, day);
  }

  private static boolean isGivenBack(Retailer retailer, Life life, int day) {
    return day >= life.droppedOut() + CARD_BACK_AFTER_DAYS
        && Dice.of(retailer.seed(), Topic.CHANGE, life.index(), -1).chance(GIVES_CARD_BACK);
  }

  static List<String> cells(Retailer retailer, Life life, int day) {
    boolean tells =
        Dice.of(retailer.seed(), Topic.CHANGE, life.index(), -2).chance(TELLS_NEW_ADDRESS);
    Profile profile = retailer.identities().profile(life, tells ? day : life.storeFrom());
    TillSpelling spelling = TillSpelling.of(retailer.seed(), life, profile);
    return List.of(
        retailer.cardNumber(life),
        spelling.firstName(),
        spelling.lastName(),
        spelling.birthDate(),
        spelling.email(),
        profile.street(),
        profile.postcode(),
        profile.town().name(),
        profile.town().region(),
        profile.consent().isEmpty() ? "" : profile.consent().equals("true") ? "J" : "N",
        GERMAN.format(retailer.calendar().date(life.storeFrom())));
  }
}
