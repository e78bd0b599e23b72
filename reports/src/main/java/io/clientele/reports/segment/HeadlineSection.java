package io.clientele.reports.segment;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** The few figures and sentences for readers who stop here. */
final class HeadlineSection {
  private final ReportFacts facts;
  private final NumberText numbers;

  HeadlineSection(ReportFacts facts, NumberText numbers) {
    this.facts = facts;
    this.numbers = numbers;
  }

  Html render() {
    return html("<div class=\"cards\">{}</div><p class=\"summary\">{}</p>", cards(), summary());
  }

  private List<Html> cards() {
    ChurnFacts churn = facts.churn();
    List<Html> cards = new ArrayList<>();
    cards.add(card("Customers", NumberText.count(facts.customers()), "with at least one purchase"));
    cards.add(
        card("Sales, last 365 days", numbers.shortMoney(facts.spend()), "net, to known customers"));
    if (churn.isScoring()) {
      cards.add(
          card(
              "Customers at high risk",
              NumberText.count(facts.customersAtHighRisk()),
              NumberText.share(share()) + " of those with a score"));
      cards.add(
          card(
              "Sales at risk",
              numbers.shortMoney(churn.valueAtRisk()),
              "expected in the next " + churn.horizonDays() + " days"));
    }
    cards.add(
        card(
            "Model grade",
            churn.health().map(Health::grade).filter(g -> !g.isEmpty()).orElse("none"),
            churn.isScoring() ? "A is best, C no better than a rule" : "scores withheld"));
    return cards;
  }

  private static Html card(String what, String figure, String note) {
    return html(
        "<div class=\"card\"><span class=\"what\">{}</span><span class=\"figure\">{}</span><span class=\"note\">{}</span></div>",
        what,
        figure,
        note);
  }

  private double share() {
    long scored = facts.segments("risk_band").stream().mapToLong(SegmentRow::customers).sum();
    return scored == 0 ? 0 : (double) facts.customersAtHighRisk() / scored;
  }

  private String summary() {
    List<String> sentences = new ArrayList<>();
    List<SegmentRow> segments = facts.segments("rfm_segment");
    if (!segments.isEmpty() && facts.spend().signum() > 0) {
      SegmentRow first = segments.get(0);
      sentences.add(
          "Most sales come from the segment “%s”: %s with %s of the customers."
              .formatted(
                  first.title(),
                  NumberText.share(first.spendShare().orElse(0)),
                  NumberText.share(first.customerShare())));
    }
    ChurnFacts churn = facts.churn();
    if (churn.isScoring()) {
      sentences.add(
          "%s customers (%s of those with a score) are at high risk of not buying in the next %d days; over all customers %s of expected sales are at risk."
              .formatted(
                  NumberText.count(facts.customersAtHighRisk()),
                  NumberText.share(share()),
                  churn.horizonDays(),
                  numbers.money(churn.valueAtRisk())));
    } else {
      sentences.add(
          "Churn scores are withheld: "
              + Words.sentence(
                  churn.health().map(Health::reason).orElse("no night has scored churn yet")));
    }
    DataFacts.Quarantine waiting = facts.data().quarantine();
    if (waiting.rows() > 0) {
      sentences.add(
          "%s delivered rows%s wait in quarantine and are not in these figures."
              .formatted(
                  NumberText.count(waiting.rows()),
                  waiting.money(numbers).map(money -> " with " + money).orElse("")));
    }
    return String.join(" ", sentences);
  }
}
