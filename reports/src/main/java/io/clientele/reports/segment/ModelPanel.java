package io.clientele.reports.segment;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A model's grade, what it is compared with, and what it learned from. */
final class ModelPanel {
  private ModelPanel() {}

  static Html of(Health health) {
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
}
