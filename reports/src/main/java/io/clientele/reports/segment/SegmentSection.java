package io.clientele.reports.segment;

import io.clientele.reports.chart.BarChart;
import io.clientele.reports.chart.BarChart.Bar;
import io.clientele.reports.chart.BarChart.Series;
import io.clientele.reports.chart.Chart;
import io.clientele.reports.chart.Palette;
import io.clientele.reports.chart.PieChart;
import io.clientele.reports.chart.PieChart.Slice;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who the customers are and who brings the money. */
final class SegmentSection {
  private final ReportFacts facts;
  private final NumberText numbers;
  private final Drawings drawings;

  SegmentSection(ReportFacts facts, NumberText numbers, Drawings drawings) {
    this.facts = facts;
    this.numbers = numbers;
    this.drawings = drawings;
  }

  Html render() {
    List<SegmentRow> segments = facts.segments("rfm_segment");
    String lead = "Who your customers are and who brings the money of the last 365 days.";
    if (segments.isEmpty()) {
      return Section.section(
          "Segments",
          lead,
          List.of(Section.notice("", "No customer has bought anything yet: nothing to show.")));
    }
    List<Html> blocks = new ArrayList<>();
    blocks.add(
        Section.panel(
            "Share of customers and share of sales by segment",
            Section.legend(shares(segments)),
            drawings.full(sharesChart(segments), 24 + 46 * segments.size())));
    blocks.add(Section.panel("The segments in figures", table(segments)));
    blocks.add(
        Section.pair(
            Section.panel("Sales by ABC class", ring(), classTable(), hint()),
            Section.panel("Where the relation stands", stages())));
    return Section.section("Segments", lead, blocks);
  }

  private static List<Series> shares(List<SegmentRow> segments) {
    return List.of(
        new Series(
            "Share of customers",
            Palette.SKY,
            segments.stream().map(row -> bar(row.customerShare())).toList()),
        new Series(
            "Share of sales",
            Palette.BLUE,
            segments.stream().map(row -> bar(row.spendShare().orElse(0))).toList()));
  }

  private static Chart sharesChart(List<SegmentRow> segments) {
    SegmentRow first = segments.get(0);
    return new Chart(
        "rfm",
        "Share of customers and share of sales by segment",
        "The segment %s brings %s of sales with %s of the customers."
            .formatted(
                first.title(),
                NumberText.share(first.spendShare().orElse(0)),
                NumberText.share(first.customerShare())),
        BarChart.lying(segments.stream().map(SegmentRow::title).toList(), shares(segments)));
  }

  private static Bar bar(double share) {
    return new Bar(Math.max(0, share * 100), NumberText.share(share), "");
  }

  private Html table(List<SegmentRow> segments) {
    List<List<String>> rows = new ArrayList<>();
    for (SegmentRow row : segments) {
      rows.add(
          List.of(
              row.title(),
              NumberText.count(row.customers()),
              numbers.money(row.spend()),
              row.spendShare().isPresent() ? NumberText.share(row.spendShare().getAsDouble()) : "",
              row.meanGapDays().isPresent()
                  ? NumberText.decimal(row.meanGapDays().getAsDouble(), 0)
                  : "",
              row.meanProbability().isPresent()
                  ? NumberText.share(row.meanProbability().getAsDouble())
                  : "",
              numbers.money(row.valueAtRisk())));
    }
    return Section.table(
        List.of(
            "Segment",
            "#Customers",
            "#Sales, last 365 days",
            "+#Share of sales",
            "+#Days since last purchase, mean",
            "+#Chance of leaving, mean",
            "#Value at risk"),
        rows);
  }

  private List<SegmentRow> classes() {
    return facts.segments("abc_class").stream()
        .sorted(Comparator.comparing(SegmentRow::name))
        .toList();
  }

  private Html ring() {
    List<SegmentRow> classes = classes();
    List<String> colours = List.of(Palette.BLUE, Palette.TEAL, Palette.AMBER);
    List<Slice> slices = new ArrayList<>();
    for (SegmentRow row : classes) {
      String label = row.name() + ": " + NumberText.share(row.spendShare().orElse(0));
      slices.add(
          new Slice(
              row.name(),
              row.spend().max(BigDecimal.ZERO).doubleValue(),
              label,
              colours.get(Math.min(slices.size(), 2))));
    }
    return drawings.half(
        new Chart("abc", "Sales by ABC class", sentence(classes), PieChart.ring(slices)), 200);
  }

  private static String sentence(List<SegmentRow> classes) {
    List<String> parts = new ArrayList<>();
    for (SegmentRow row : classes) {
      parts.add(
          "Class %s: %s customers, %s of sales."
              .formatted(
                  row.name(),
                  NumberText.count(row.customers()),
                  NumberText.share(row.spendShare().orElse(0))));
    }
    return String.join(" ", parts);
  }

  private Html classTable() {
    return Section.table(
        List.of("Class", "#Customers", "#Sales, last 365 days"),
        classes().stream()
            .map(
                row ->
                    List.of(
                        row.name(), NumberText.count(row.customers()), numbers.money(row.spend())))
            .toList());
  }

  private static Html hint() {
    return Section.hint(
        "Class A are the customers that make 80 % of the sales, B the next 15 %, C the rest.");
  }

  private Html stages() {
    List<String> order = List.copyOf(Words.STAGES.keySet());
    List<SegmentRow> stages =
        facts.segments("lifecycle_stage").stream()
            .sorted(Comparator.comparingInt(row -> order.indexOf(row.name())))
            .toList();
    List<Bar> bars =
        stages.stream()
            .map(
                row ->
                    new Bar(
                        (double) row.customers(),
                        "%s (%s)"
                            .formatted(
                                NumberText.count(row.customers()),
                                NumberText.share(row.customerShare())),
                        ""))
            .toList();
    return drawings.half(
        new Chart(
            "stages",
            "Customers by stage of the relation",
            String.join(
                " ",
                stages.stream()
                    .map(row -> row.title() + ": " + NumberText.count(row.customers()) + ".")
                    .toList()),
            BarChart.lying(
                stages.stream().map(SegmentRow::title).toList(),
                List.of(new Series("Customers", Palette.TEAL, bars)))),
        330);
  }
}
