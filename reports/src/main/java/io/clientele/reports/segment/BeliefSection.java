package io.clientele.reports.segment;

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
    Html verdict = Section.panel("The model's grade", ModelPanel.of(health));
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
