package io.clientele.sample.service;

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
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;

/**
 * Files of the service desk: people when they first turn to it, cases and steps as they stand at
 * the end of a period in which something happened to them.
 */
final class CaseRows {
  private static final Dialect DIALECT = Dialect.PLAIN;
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");
  private static final int TWICE_MONTH = 4;

  static final Layout CONTACTS =
      Layout.of(
              "contacts",
              DIALECT,
              Cadence.MONTHLY,
              "ContactNumber",
              "Name",
              "Email",
              "Phone",
              "BirthDate",
              "PostalCode",
              "City",
              "CreatedOn")
          .with(
              Fault.cell(DIALECT, "missing_customer", "missing(source_customer_id)", 2, 0, ""),
              Fault.tooFewCells(DIALECT, 2, 4));

  static final Layout CASES =
      Layout.of(
              "cases",
              DIALECT,
              Cadence.MONTHLY_THEN_DAILY,
              "CaseNumber",
              "ContactNumber",
              "Kind",
              "Topic",
              "Channel",
              "SKU",
              "OpenedAt",
              "ClosedAt",
              "Status",
              "Satisfaction")
          .with(
              Fault.cell(
                  DIALECT, "impossible_date", "not_a_date(opened_at)", 2, 6, "2025-13-01T09:00:00"),
              Fault.cell(DIALECT, "missing_case", "missing(case_id)", 2, 0, ""),
              Fault.cell(
                  DIALECT, "text_for_number", "not_a_number(satisfaction)", 2, 9, "sehr gut"),
              Fault.unclosedQuote(DIALECT, 1, 4));

  static final Layout STEPS =
      Layout.of(
              "case_steps",
              DIALECT,
              Cadence.MONTHLY_THEN_DAILY,
              "CaseNumber",
              "StepNumber",
              "Department",
              "Owner",
              "Action",
              "StartedAt",
              "EndedAt")
          .with(
              Fault.cell(DIALECT, "text_for_date", "not_a_date(started_at)", 2, 5, "heute früh"),
              Fault.cell(DIALECT, "missing_step", "missing(step_number)", 2, 1, ""),
              Fault.tooManyCells(DIALECT, 2, "Rückruf"))
          .with(Layout.Mishaps.twice(TWICE_MONTH));

  private final Retailer retailer;
  private final Cases cases;

  CaseRows(Retailer retailer, Cases cases) {
    this.retailer = retailer;
    this.cases = cases;
  }

  void contacts(Period period, Rows.Sink sink) {
    retailer.forEachCustomer(
        life -> {
          int day = cases.firstDay(life);
          if (period.holds(day)) {
            sink.write(life.index(), 0, contact(life, day));
          }
        });
  }

  void cases(Period period, Rows.Sink sink) {
    touched(
        period,
        (Case touched) -> {
          if (holds(period, touched.openedAt()) || holds(period, touched.closedAt())) {
            sink.write(touched.life().index(), 0, cells(touched, period));
          }
        });
  }

  void steps(Period period, Rows.Sink sink) {
    touched(
        period,
        (Case touched) -> {
          for (int i = 0; i < touched.steps().size(); i++) {
            Case.Step step = touched.steps().get(i);
            if (holds(period, step.startedAt()) || holds(period, step.endedAt())) {
              sink.write(touched.life().index(), 0, cells(touched, i, period));
            }
          }
        });
  }

  private void touched(Period period, Consumer<Case> visitor) {
    int first = Math.max(0, period.firstDay() - Cases.MOST_DAYS);
    retailer.forEachCustomer(life -> cases.opened(life, first, period.lastDay(), visitor));
  }

  private List<String> contact(Life life, int day) {
    ContactForm form = retailer.forms().of(life, day, Clerk.SERVICE);
    Profile profile = retailer.identities().profile(life, day);
    return List.of(
        cases.contactNumber(life),
        form.firstName() + " " + form.lastName(),
        form.email(),
        form.phone(),
        form.birthDate(),
        profile.postcode(),
        profile.town().name(),
        retailer.calendar().date(day).toString());
  }

  private List<String> cells(Case shown, Period period) {
    boolean isClosed = !isAfter(period, shown.closedAt());
    boolean isRated = isClosed && shown.satisfaction() > 0;
    return List.of(
        shown.number(),
        cases.contactNumber(shown.life()),
        shown.kind(),
        shown.topic(),
        shown.channel(),
        shown.sku(),
        CLOCK.format(shown.openedAt()),
        isClosed ? CLOCK.format(shown.closedAt()) : "",
        isClosed ? "CLOSED" : "OPEN",
        isRated ? Integer.toString(shown.satisfaction()) : "");
  }

  private List<String> cells(Case shown, int number, Period period) {
    Case.Step step = shown.steps().get(number);
    return List.of(
        shown.number(),
        Integer.toString(number + 1),
        step.department().name(),
        step.owner(),
        step.action(),
        CLOCK.format(step.startedAt()),
        isAfter(period, step.endedAt()) ? "" : CLOCK.format(step.endedAt()));
  }

  private boolean holds(Period period, LocalDateTime at) {
    return period.holds(retailer.calendar().day(at.toLocalDate()));
  }

  private boolean isAfter(Period period, LocalDateTime at) {
    return retailer.calendar().day(at.toLocalDate()) > period.lastDay();
  }
}
