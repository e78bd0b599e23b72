package io.clientele.reports.segment;

import io.clientele.reports.chart.BarChart;
import io.clientele.reports.chart.BarChart.Bar;
import io.clientele.reports.chart.BarChart.Series;
import io.clientele.reports.chart.Chart;
import io.clientele.reports.chart.Palette;
import io.clientele.reports.segment.ChurnFacts.Band;
import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.segment.ChurnFacts.Reason;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Who may leave, what that costs, and why. */
final class OutlookSection {
  private final ReportFacts facts;
  private final ChurnFacts churn;
  private final NumberText numbers;
  private final String currency;
  private final Drawings drawings;

  OutlookSection(ReportFacts facts, NumberText numbers, String currency, Drawings drawings) {
    this.currency = currency;
    this.facts = facts;
    this.churn = facts.churn();
    this.numbers = numbers;
    this.drawings = drawings;
  }

  Html render() {
    if (!churn.isScoring()) {
      String reason = churn.health().map(Health::reason).orElse("no night has scored it yet");
      return Section.section(
          "Churn outlook",
          "Who may leave, what that costs, and why.",
          List.of(
              Section.notice(
                  "bad", "Withheld: " + reason + ". No list and no value at risk is shown.")));
    }
    List<Html> blocks = new ArrayList<>();
    blocks.add(
        Section.pair(
            Section.panel(
                "Customers by their chance of leaving", drawings.half(customers(), 260), hint()),
            Section.panel(
                "Sales at risk by chance of leaving, " + currency,
                drawings.half(money(), 260),
                hint())));
    if (!churn.reasons().isEmpty()) {
      blocks.add(Section.panel("Why customers are at high risk", reasons()));
    }
    return Section.section("Churn outlook", lead(), blocks);
  }

  private String lead() {
    String horizon =
        churn.horizonDays() > 0
            ? "Leaving means: %s.".formatted(churn.definition().replaceAll("\\.$", ""))
            : "";
    return "Who may leave, what that costs, and why. " + horizon;
  }

  private Chart customers() {
    List<Bar> bars = new ArrayList<>();
    for (int band = 0; band < 10; band++) {
      long count = band(band).customers();
      bars.add(new Bar((double) count, NumberText.count(count), Palette.RISK.get(band)));
    }
    return new Chart(
        "outlook",
        "Customers by their chance of leaving",
        "%s of %s scored customers have a chance of 50 %% or more."
            .formatted(
                NumberText.count(
                    churn.bands().stream()
                        .filter(b -> b.band() >= 5)
                        .mapToLong(Band::customers)
                        .sum()),
                NumberText.count(churn.bands().stream().mapToLong(Band::customers).sum())),
        BarChart.standing(names(), List.of(series(bars)), false, "{value}"));
  }

  private Chart money() {
    List<Bar> bars = new ArrayList<>();
    for (int band = 0; band < 10; band++) {
      bars.add(new Bar(band(band).valueAtRisk().doubleValue(), "", Palette.RISK.get(band)));
    }
    return new Chart(
        "risk",
        "Sales at risk by chance of leaving",
        "In all %s of expected sales are at risk.".formatted(numbers.money(churn.valueAtRisk())),
        BarChart.standing(names(), List.of(series(bars)), false, "{value}"));
  }

  private static Series series(List<Bar> bars) {
    return new Series("Customers", Palette.BLUE, bars);
  }

  private Band band(int number) {
    return churn.bands().stream()
        .filter(one -> one.band() == number)
        .findFirst()
        .orElse(new Band(number, 0, BigDecimal.ZERO));
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (int band = 0; band < 10; band++) {
      names.add(String.valueOf(band * 10));
    }
    return names;
  }

  private static Html hint() {
    return Section.hint("In per cent: 10 stands for a chance of 10 to 20 %.");
  }

  private Html reasons() {
    long all = Math.max(1, facts.customersAtHighRisk());
    List<List<String>> rows = new ArrayList<>();
    for (Reason reason : churn.reasons()) {
      rows.add(
          List.of(
              Words.reason(reason.code()),
              "“" + reason.example() + "”",
              NumberText.count(reason.customers()),
              NumberText.share((double) reason.customers() / all),
              numbers.money(reason.valueAtRisk())));
    }
    return Section.table(
        List.of(
            "Main reason",
            "+For example",
            "#Customers at high risk",
            "+#Share of them",
            "#Value at risk"),
        rows);
  }
}
