package io.clientele.reports.segment;

import io.clientele.reports.chart.BarChart;
import io.clientele.reports.chart.BarChart.Bar;
import io.clientele.reports.chart.BarChart.Series;
import io.clientele.reports.chart.Chart;
import io.clientele.reports.chart.Palette;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Net sales of the newest fourteen months: the same month of last year stands beside this year's.
 */
final class SalesSection {
  private final ReportFacts facts;
  private final NumberText numbers;
  private final String currency;
  private final Drawings drawings;
  private final List<String> months;
  private final List<String> channels;

  SalesSection(ReportFacts facts, NumberText numbers, String currency, Drawings drawings) {
    this.currency = currency;
    this.facts = facts;
    this.numbers = numbers;
    this.drawings = drawings;
    String shownAfter =
        YearMonth.from(facts.publication().asOf().minusDays(1)).minusMonths(14).toString();
    List<SalesMonth> shown =
        facts.sales().stream().filter(row -> row.month().compareTo(shownAfter) > 0).toList();
    this.months = shown.stream().map(SalesMonth::month).distinct().sorted().toList();
    this.channels = shown.stream().map(SalesMonth::channel).distinct().sorted().toList();
  }

  Html render() {
    if (months.isEmpty()) {
      return Section.section(
          "Sales by month", "", List.of(Section.notice("", "No sales in the last 14 months.")));
    }
    List<Html> blocks = new ArrayList<>();
    blocks.add(
        Section.panel(
            "Net sales by month and channel, " + currency,
            Section.legend(series(months)),
            drawings.full(chart(months), chart(newest(7)), 280)));
    blocks.add(Section.panel("In figures", table()));
    return Section.section("Sales by month", lead(), blocks);
  }

  private String lead() {
    LocalDate asOf = facts.publication().asOf();
    String lead = "Net of returns, discounts and cancellations, customers and anonymous sales.";
    return asOf.getDayOfMonth() == 1
        ? lead
        : lead + " The last month ends on " + Words.day(asOf.minusDays(1)) + ".";
  }

  private List<String> newest(int count) {
    return months.subList(Math.max(0, months.size() - count), months.size());
  }

  private List<Series> series(List<String> shown) {
    List<Series> series = new ArrayList<>();
    for (String channel : channels) {
      List<Bar> bars = new ArrayList<>();
      for (String month : shown) {
        bars.add(new Bar(amount(month, channel).doubleValue(), "", ""));
      }
      series.add(
          new Series(channel, Palette.SERIES.get(series.size() % Palette.SERIES.size()), bars));
    }
    return series;
  }

  private Chart chart(List<String> shown) {
    String last = shown.get(shown.size() - 1);
    return new Chart(
        "sales",
        "Net sales by month and channel",
        "In %s net sales were %s.".formatted(name(last), numbers.money(total(last))),
        BarChart.standing(
            shown.stream().map(SalesSection::name).toList(), series(shown), true, "{value}"));
  }

  private Html table() {
    List<String> heads = new ArrayList<>(List.of("Month"));
    channels.forEach(channel -> heads.add((channels.size() > 2 ? "+#" : "#") + channel));
    heads.add("#Total");
    heads.add("+#Against the year before");
    List<List<String>> rows = new ArrayList<>();
    for (int i = months.size() - 1; i >= 0; i--) {
      String month = months.get(i);
      List<String> row = new ArrayList<>(List.of(name(month)));
      channels.forEach(channel -> row.add(numbers.money(amount(month, channel))));
      row.add(numbers.money(total(month)));
      row.add(change(month));
      rows.add(row);
    }
    return Section.table(heads, rows);
  }

  /** Only where there were sales in the same month of the year before and this one is whole. */
  private String change(String month) {
    String before = YearMonth.parse(month).minusYears(1).toString();
    BigDecimal base = total(before);
    boolean isWhole =
        !YearMonth.parse(month).atEndOfMonth().isAfter(facts.publication().asOf().minusDays(1));
    if (base.signum() <= 0 || !isWhole) {
      return "";
    }
    double change = total(month).doubleValue() / base.doubleValue() - 1;
    return (change < 0 ? "−" : "+") + NumberText.share(Math.abs(change));
  }

  private BigDecimal amount(String month, String channel) {
    return facts.sales().stream()
        .filter(row -> row.month().equals(month) && row.channel().equals(channel))
        .map(SalesMonth::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal total(String month) {
    return facts.sales().stream()
        .filter(row -> row.month().equals(month))
        .map(SalesMonth::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String name(String month) {
    YearMonth parsed = YearMonth.parse(month);
    return parsed.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
        + " "
        + parsed.getYear();
  }
}
