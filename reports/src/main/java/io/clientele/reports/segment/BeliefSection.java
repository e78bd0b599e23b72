package io.clientele.reports.segment;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.chart.BarChart;
import io.clientele.reports.chart.BarChart.Bar;
import io.clientele.reports.chart.BarChart.Series;
import io.clientele.reports.chart.Chart;
import io.clientele.reports.chart.Palette;
import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.segment.ChurnFacts.Tenth;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Can I believe this? The model against a plain rule, and against what really happened. */
final class BeliefSection {
  private final ChurnFacts churn;
  private final Drawings drawings;

  BeliefSection(ChurnFacts churn, Drawings drawings) {
    this.churn = churn;
    this.drawings = drawings;
  }

  Html render() {
    List<Html> blocks = new ArrayList<>();
    if (churn.health().isEmpty()) {
      blocks.add(Section.notice("", "No model has been trained yet."));
    } else {
      blocks.add(panels(churn.health().get()));
    }
    return Section.section(
        "Can I believe this?",
        "The churn model beside the best plain rule, and its past predictions beside what happened.",
        blocks);
  }

  private Html panels(Health health) {
    Html verdict = Section.panel("The model's grade", verdict(health));
    if (churn.backtest().isEmpty()) {
      return verdict;
    }
    return Section.pair(
        verdict,
        Section.panel(
            "Predicted and what happened",
            Section.legend(List.of(happened(), predicted())),
            drawings.half(calibration(), 260),
            Section.hint(
                "Past customers in ten groups of equal size, most likely to leave first."
                    + " Where point and bar meet, the predictions came true.")));
  }

  private Html verdict(Health health) {
    List<Html> parts = new ArrayList<>();
    if (!health.grade().isEmpty()) {
      parts.add(
          html(
              "<p><span class=\"grade\">{}</span> {}</p>",
              health.grade(),
              meaning(health.grade())));
    }
    if (!Double.isNaN(health.metric())) {
      parts.add(Section.paragraph(comparison(health)));
    }
    parts.add(
        Section.notice(
            health.status().equals("scoring") ? "good" : "bad",
            (health.status().equals("scoring") ? "In use: " : "Withheld: ") + health.reason()));
    if (!health.trainedOn().isEmpty()) {
      parts.add(Section.hint("Learned from: " + health.trainedOn() + "."));
    }
    if (!health.version().isEmpty()) {
      parts.add(Section.hint("Model " + health.version() + "."));
    }
    return Html.join(parts);
  }

  private static String meaning(String grade) {
    return switch (grade) {
      case "A" -> "Clearly better than the best plain rule: use the ranking and the amounts.";
      case "B" -> "A little better than the best plain rule: use the ranking, doubt the amounts.";
      default -> "Not better than the best plain rule, or too little data: do not rely on it.";
    };
  }

  private static String comparison(Health health) {
    if (!health.metricName().toUpperCase(Locale.ROOT).contains("AUC")) {
      return "%s: the model reaches %s%s."
          .formatted(
              health.metricName(),
              NumberText.decimal(health.metric(), 3),
              rule(health, NumberText.decimal(health.baseline(), 3)));
    }
    return "Of a customer who left and one who stayed, the model names the right one in %s of 100 pairs (chance: 50)%s."
        .formatted(
            NumberText.decimal(health.metric() * 100, 0),
            rule(health, NumberText.decimal(health.baseline() * 100, 0)));
  }

  private static String rule(Health health, String value) {
    return Double.isNaN(health.baseline())
        ? ""
        : "; the best plain rule, “%s”, in %s".formatted(health.baselineName(), value);
  }

  private Chart calibration() {
    List<String> names =
        churn.backtest().stream().map(tenth -> String.valueOf(tenth.tenth())).toList();
    Tenth first = churn.backtest().get(0);
    return new Chart(
        "calibration",
        "Predicted share of leavers and what happened, by tenth of customers",
        "Of the tenth most likely to leave %s were predicted to leave and %s left."
            .formatted(NumberText.share(first.predicted()), NumberText.share(first.realised())),
        BarChart.withLine(names, happened(), predicted(), "{value} %"));
  }

  private Series happened() {
    return series("Left", Palette.SKY, Tenth::realised);
  }

  private Series predicted() {
    return series("Predicted", Palette.RED, Tenth::predicted);
  }

  private Series series(String name, String colour, ToDoubleFunction<Tenth> share) {
    return new Series(
        name,
        colour,
        churn.backtest().stream()
            .map(tenth -> new Bar(share.applyAsDouble(tenth) * 100, "", ""))
            .toList());
  }
}
