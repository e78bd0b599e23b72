package io.clientele.sample.business;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.Layout;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Rows;
import java.util.List;

/** Accounts when they are opened or change their owner; a row for every stage entered. */
final class BusinessRows {
  private static final Dialect DIALECT = Dialect.PLAIN;

  static final Layout ACCOUNTS =
      Layout.of(
          "accounts",
          DIALECT,
          Cadence.HISTORY_THEN_MONTHLY,
          "AccountNumber",
          "Company",
          "Industry",
          "Email",
          "Phone",
          "City",
          "Region",
          "Country",
          "Owner",
          "OpenedOn",
          "ChangedOn");

  static final Layout STAGES =
      Layout.of(
              "opportunity_stages",
              DIALECT,
              Cadence.MONTHLY,
              "OpportunityNumber",
              "AccountNumber",
              "Stage",
              "EnteredOn",
              "Owner",
              "Region",
              "Category",
              "Amount",
              "Currency")
          .with(
              Fault.cell(DIALECT, "text_for_date", "not_a_date(entered_on)", 2, 3, "bald"),
              Fault.cell(DIALECT, "text_amount", "not_a_number(amount)", 2, 7, "ca. 5000"));

  private final Retailer retailer;
  private final Accounts accounts;

  BusinessRows(Retailer retailer) {
    this.retailer = retailer;
    this.accounts = new Accounts(retailer);
  }

  void accounts(Period period, Rows.Sink sink) {
    accounts.forEach(
        account -> {
          int change = account.ownerChange();
          if (period.holds(change)) {
            sink.write(Rows.Sink.NOBODY, 0, cells(account, change));
          } else if (period.holds(account.from())) {
            sink.write(Rows.Sink.NOBODY, 0, cells(account, account.from()));
          }
        });
  }

  void stages(Period period, Rows.Sink sink) {
    accounts.forEach(
        account ->
            accounts
                .opportunities(account)
                .forEach(opportunity -> stages(account, opportunity, period, sink)));
  }

  private void stages(Account account, Opportunity opportunity, Period period, Rows.Sink sink) {
    for (Opportunity.Entry entry : opportunity.entries()) {
      if (period.holds(entry.day())) {
        sink.write(
            Rows.Sink.NOBODY,
            entry.stage() == Opportunity.Stage.WON ? opportunity.cents() : 0,
            List.of(
                opportunity.number(),
                account.number(),
                entry.stage().name(),
                retailer.dateText(entry.day()),
                account.owner(entry.day()).id(),
                account.region(),
                opportunity.category(),
                DIALECT.money(opportunity.cents()),
                account.currency()));
      }
    }
  }

  private List<String> cells(Account account, int day) {
    return List.of(
        account.number(),
        account.company(),
        account.industry(),
        account.mail(),
        account.phone(),
        account.city(),
        account.region(),
        account.country(),
        account.owner(day).id(),
        retailer.calendar().date(account.from()).toString(),
        retailer.calendar().date(day).toString());
  }
}
