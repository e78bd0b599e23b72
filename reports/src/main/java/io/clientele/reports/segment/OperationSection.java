package io.clientele.reports.segment;

import io.clientele.reports.chart.BarChart;
import io.clientele.reports.chart.BarChart.Bar;
import io.clientele.reports.chart.BarChart.Series;
import io.clientele.reports.chart.Chart;
import io.clientele.reports.chart.Palette;
import io.clientele.reports.chart.PieChart;
import io.clientele.reports.chart.PieChart.Slice;
import io.clientele.reports.segment.OperationFacts.Opportunities;
import io.clientele.reports.segment.OperationFacts.Owner;
import io.clientele.reports.segment.OperationFacts.Payments;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Cases by department and owner, opportunities by region and stage, how customers pay. */
final class OperationSection {
  private static final int OWNERS = 12;

  private final OperationFacts facts;
  private final NumberText numbers;
  private final Drawings drawings;

  OperationSection(OperationFacts facts, NumberText numbers, Drawings drawings) {
    this.facts = facts;
    this.numbers = numbers;
    this.drawings = drawings;
  }

  /** Nothing where no source delivers any of it. */
  List<Html> render() {
    if (facts.isEmpty()) {
      return List.of();
    }
    List<Html> blocks = new ArrayList<>();
    if (!facts.cases().isEmpty()) {
      blocks.add(
          Section.pair(
              Section.panel("Cases by department", drawings.half(departments(), 220)),
              Section.panel("Who has them, how long they take", owners())));
    }
    if (!facts.opportunities().isEmpty()) {
      blocks.add(
          Section.pair(
              Section.panel("Opportunities by stage", drawings.half(stages(), 260)),
              Section.panel("Where they are", opportunities())));
    }
    if (!facts.payments().isEmpty()) {
      blocks.add(Section.panel("How customers pay", payments()));
    }
    return List.of(
        Section.section(
            "Service, opportunities, payments",
            "Cases and payments of the last 365 days, opportunities as they stand now.",
            blocks));
  }

  private Chart departments() {
    Map<String, Long> cases =
        facts.cases().stream()
            .collect(
                Collectors.groupingBy(
                    Owner::department, TreeMap::new, Collectors.summingLong(Owner::cases)));
    Map<String, Long> complaints =
        facts.cases().stream()
            .collect(
                Collectors.groupingBy(
                    Owner::department, Collectors.summingLong(Owner::complaints)));
    List<Bar> bars = new ArrayList<>();
    cases.forEach(
        (name, count) ->
            bars.add(
                new Bar(
                    count.doubleValue(),
                    "%s, %s complaints"
                        .formatted(NumberText.count(count), NumberText.count(complaints.get(name))),
                    "")));
    long all = cases.values().stream().mapToLong(Long::longValue).sum();
    return new Chart(
        "cases",
        "Cases by department",
        "%s cases in the last 365 days.".formatted(NumberText.count(all)),
        BarChart.lying(
            List.copyOf(cases.keySet()), List.of(new Series("Cases", Palette.SKY, bars))));
  }

  private Html owners() {
    List<List<String>> rows =
        facts.cases().stream()
            .limit(OWNERS)
            .map(
                owner ->
                    List.of(
                        owner.name(),
                        owner.department(),
                        NumberText.count(owner.cases()),
                        NumberText.count(owner.open()),
                        hours(owner.responseHours()),
                        hours(owner.resolutionHours())))
            .toList();
    return Section.table(
        List.of(
            "Owner", "+Department", "#Cases", "+#Open", "#Hours to respond", "#Hours to resolve"),
        rows);
  }

  private static String hours(double mean) {
    return Double.isNaN(mean) ? "" : NumberText.decimal(mean, 1);
  }

  private Chart stages() {
    Map<String, Long> byStage =
        facts.opportunities().stream()
            .collect(
                Collectors.groupingBy(
                    Opportunities::stage,
                    TreeMap::new,
                    Collectors.summingLong(Opportunities::count)));
    List<Slice> slices = new ArrayList<>();
    byStage.forEach(
        (stage, count) ->
            slices.add(
                new Slice(
                    stage,
                    count,
                    stage + " " + NumberText.count(count),
                    Palette.SERIES.get(slices.size() % Palette.SERIES.size()))));
    return new Chart(
        "opportunities",
        "Opportunities by the stage in which they are",
        byStage.entrySet().stream()
            .map(stage -> stage.getKey() + ": " + NumberText.count(stage.getValue()))
            .collect(Collectors.joining(", ", "", ".")),
        PieChart.ring(slices));
  }

  private Html opportunities() {
    List<List<String>> rows =
        facts.opportunities().stream()
            .map(
                one ->
                    List.of(
                        one.region(),
                        one.department(),
                        one.stage(),
                        NumberText.count(one.count()),
                        new NumberText(one.currency()).money(one.amount())))
            .toList();
    return Section.table(List.of("Region", "+Department", "Stage", "#Count", "#Amount"), rows);
  }

  private Html payments() {
    List<List<String>> rows = facts.payments().stream().map(this::payment).toList();
    return Section.table(
        List.of(
            "Method",
            "#Payments",
            "#Amount",
            "#Paid late",
            "+#Days late, mean",
            "#Due and not paid",
            "+#Amount not paid"),
        rows);
  }

  private List<String> payment(Payments one) {
    return List.of(
        one.method(),
        NumberText.count(one.count()),
        numbers.money(one.amount()),
        NumberText.share((double) one.late() / one.count()),
        Double.isNaN(one.meanDaysLate()) ? "" : NumberText.decimal(one.meanDaysLate(), 1),
        NumberText.count(one.overdue()),
        numbers.money(one.overdueAmount()));
  }
}
