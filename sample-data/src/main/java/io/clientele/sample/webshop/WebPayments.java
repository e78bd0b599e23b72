package io.clientele.sample.webshop;

import io.clientele.sample.file.Dialect;
import io.clientele.sample.market.Channel;
import io.clientele.sample.people.Aftermath;
import io.clientele.sample.people.Baskets;
import io.clientele.sample.people.Life;
import io.clientele.sample.retailer.Retailer;
import io.clientele.sample.source.Cadence;
import io.clientele.sample.source.Fault;
import io.clientele.sample.source.Layout;
import io.clientele.sample.source.Period;
import io.clientele.sample.source.Rows;
import java.util.List;

/**
 * Payments of web orders as they stand at the end of a period in which something happened to them:
 * opened, paid, cancelled. A return is paid back on its day, with a negative amount.
 */
final class WebPayments implements Rows {
  private static final Dialect DIALECT = Dialect.WEBSHOP;
  static final Layout LAYOUT =
      Layout.of(
              "payments",
              DIALECT,
              Cadence.MONTHLY_THEN_DAILY,
              "PaymentNumber",
              "OrderNumber",
              "CustomerNumber",
              "Method",
              "Amount",
              "Currency",
              "OrderedOn",
              "DueOn",
              "PaidOn",
              "Status",
              "ChangedOn")
          .with(
              Fault.cell(DIALECT, "impossible_due_date", "not_a_date(due_on)", 3, 7, "2025-02-30"),
              Fault.cell(DIALECT, "text_amount", "not_a_number(amount)", 3, 4, "12.90 EUR"),
              Fault.cell(DIALECT, "missing_amount", "missing(amount)", 2, 4, ""),
              Fault.cell(DIALECT, "missing_payment", "missing(payment_id)", 2, 0, ""),
              Fault.tooFewCells(DIALECT, 2, 3));

  private final Retailer retailer;
  private final PaymentPlan plan;

  WebPayments(Retailer retailer) {
    this.retailer = retailer;
    this.plan = new PaymentPlan(retailer.seed());
  }

  @Override
  public void write(Period period, Sink sink) {
    retailer.forEachWalker(
        life -> {
          int back = Math.max(plan.mostDays(life), retailer.aftermath().daysUntilReturn(life));
          int first = Math.max(period.firstDay() - back, 0);
          for (int day = first; day <= period.lastDay(); day++) {
            if (retailer.visits().buys(life, Channel.ONLINE, day)) {
              ordered(life, day, period, sink);
            }
          }
        });
  }

  private void ordered(Life life, int day, Period period, Sink sink) {
    List<Baskets.Item> items = retailer.baskets().of(life, Channel.ONLINE, day);
    PaymentPlan.Payment payment = plan.of(life, day);
    boolean isCancelled = retailer.aftermath().isCancelled(life, day);
    int closed = isCancelled ? day + Aftermath.CANCELLED_AFTER_DAYS : payment.paid();
    if (period.holds(day) || period.holds(closed)) {
      boolean isOpen = closed > period.lastDay();
      boolean isPaid = !isOpen && !isCancelled;
      String status = isOpen ? "OPEN" : isCancelled ? "CANCELLED" : "PAID";
      String paidOn = isPaid ? retailer.dateText(closed) : "";
      int changed = isOpen ? day : closed;
      Row row = new Row("", payment, Bill.total(items), day, paidOn, status, changed);
      write(sink, life, day, row);
    }
    int back = day + retailer.aftermath().daysUntilReturn(life);
    List<Baskets.Item> returned = retailer.aftermath().returned(life, Channel.ONLINE, day, items);
    if (period.holds(back) && !returned.isEmpty()) {
      PaymentPlan.Payment refund = new PaymentPlan.Payment(payment.method(), back, back);
      String on = retailer.dateText(back);
      Row row = new Row("-R", refund, -Bill.goods(returned), back, on, "REFUNDED", back);
      write(sink, life, day, row);
    }
  }

  private void write(Sink sink, Life life, int ordered, Row row) {
    String number = Long.toString(retailer.documentNumber(life, ordered));
    sink.write(
        life.isKnown() ? life.index() : Sink.NOBODY,
        row.cents(),
        List.of(
            "Z-" + number + row.suffix(),
            "W-" + number,
            life.isKnown() ? retailer.customerNumber(life) : "",
            row.payment().method(),
            DIALECT.money(row.cents()),
            "EUR",
            retailer.calendar().date(row.day()).toString(),
            retailer.calendar().date(row.payment().due()).toString(),
            row.paidOn(),
            row.status(),
            retailer.calendar().date(row.changed()).toString()));
  }

  private record Row(
      String suffix,
      PaymentPlan.Payment payment,
      long cents,
      int day,
      String paidOn,
      String status,
      int changed) {}
}
