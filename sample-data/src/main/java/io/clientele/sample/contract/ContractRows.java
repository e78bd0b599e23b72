package io.clientele.sample.contract;

import io.clientele.sample.file.Dialect;
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

/** Partners when they sign, and contracts each time something happens to them. */
final class ContractRows {
  private static final Dialect DIALECT = Dialect.OFFICE;
  private static final String SWISS = "CH";

  static final Layout PARTNERS =
      Layout.of(
              "partners",
              DIALECT,
              Cadence.HISTORY_THEN_MONTHLY,
              "PartnerNumber",
              "FirstName",
              "LastName",
              "Email",
              "Phone",
              "BirthDate",
              "Street",
              "PostalCode",
              "City",
              "Country",
              "SignedOn")
          .with(Fault.tooManyCells(DIALECT, 2, "Vertreter"));

  static final Layout CONTRACTS =
      Layout.of(
              "contracts",
              DIALECT,
              Cadence.HISTORY_THEN_MONTHLY,
              "ContractNumber",
              "PartnerNumber",
              "Event",
              "EventOn",
              "StartedOn",
              "TermEndsOn",
              "EndedOn",
              "Tariff",
              "DataGigabytes",
              "MonthlyFee",
              "Currency",
              "Device",
              "DeviceStorageGigabytes")
          .with(
              Fault.cell(DIALECT, "impossible_date", "not_a_date(started_on)", 2, 4, "2024-06-31"),
              Fault.cell(DIALECT, "wrong_number", "not_a_number(monthly_fee)", 2, 9, "7,9,9"),
              Fault.cell(DIALECT, "missing_contract", "missing(subscription_id)", 2, 0, ""));

  private final Retailer retailer;
  private final Contracts contracts;

  ContractRows(Retailer retailer, Contracts contracts) {
    this.retailer = retailer;
    this.contracts = contracts;
  }

  void partners(Period period, Rows.Sink sink) {
    retailer.forEachCustomer(
        life -> {
          int day = contracts.from(life);
          if (period.holds(day)) {
            sink.write(life.index(), 0, partner(life, day));
          }
        });
  }

  void contracts(Period period, Rows.Sink sink) {
    retailer.forEachCustomer(
        life -> contracts.of(life).ifPresent(contract -> events(life, contract, period, sink)));
  }

  private void events(Life life, Contract contract, Period period, Rows.Sink sink) {
    int last = contract.tariffs().size() - 1;
    for (int term = 0; term <= last; term++) {
      if (period.holds(contract.termStart(term))) {
        write(life, contract, term, term == 0 ? "START" : "RENEWAL", sink);
      }
    }
    if (period.holds(contract.ended())) {
      write(life, contract, last, "END", sink);
    }
  }

  private List<String> partner(Life life, int day) {
    ContactForm form = retailer.forms().of(life, day, Clerk.CONTRACT);
    Profile profile = retailer.identities().profile(life, day);
    return List.of(
        contracts.partnerNumber(life),
        form.firstName(),
        form.lastName(),
        form.email(),
        form.phone(),
        form.birthDate(),
        profile.street(),
        profile.postcode(),
        profile.town().name(),
        profile.town().country(),
        retailer.calendar().date(day).toString());
  }

  private void write(Life life, Contract contract, int term, String event, Rows.Sink sink) {
    boolean isEnd = event.equals("END");
    int day = isEnd ? contract.ended() : contract.termStart(term);
    int start = contract.started();
    Contract.Tariff tariff = contract.tariffs().get(term);
    Profile profile = retailer.identities().profile(life, start);
    boolean isSwiss = profile.town().country().equals(SWISS);
    sink.write(
        life.index(),
        tariff.monthlyCents(),
        List.of(
            "S" + contracts.partnerNumber(life).substring(1) + "-1",
            contracts.partnerNumber(life),
            event,
            retailer.calendar().date(day).toString(),
            retailer.calendar().date(start).toString(),
            retailer.calendar().date(contract.termStart(term + 1)).toString(),
            isEnd ? retailer.calendar().date(day).toString() : "",
            tariff.name(),
            Integer.toString(tariff.gigabytes()),
            DIALECT.money(tariff.monthlyCents()),
            isSwiss ? "CHF" : "EUR",
            contract.device(),
            Integer.toString(contract.storageGigabytes())));
  }
}
