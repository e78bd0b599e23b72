package io.clientele.reports.segment;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.segment.ClusterFacts.Cluster;
import io.clientele.reports.segment.ClusterFacts.Move;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** Segments found in the data: what they are, whether to believe them, and who moved. */
final class ClusterSection {
  private final ReportFacts facts;
  private final NumberText numbers;

  ClusterSection(ReportFacts facts, NumberText numbers) {
    this.facts = facts;
    this.numbers = numbers;
  }

  Html render() {
    ClusterFacts clusters = facts.clusters();
    List<Html> blocks = new ArrayList<>();
    if (!clusters.segments().isEmpty()) {
      blocks.add(Section.panel("The groups in figures", table(clusters.segments())));
    }
    Html belief = Section.panel("Can I believe this?", belief(clusters));
    blocks.add(
        clusters.segments().isEmpty()
            ? belief
            : Section.pair(belief, Section.panel("Who moved", moves(clusters))));
    return Section.section(
        "Groups found in the data",
        "Customers who are alike in when, how often and for how much they buy; found by k-means,"
            + " not by rules.",
        blocks);
  }

  private Html table(List<Cluster> segments) {
    List<List<String>> rows = new ArrayList<>();
    for (Cluster one : segments) {
      rows.add(
          List.of(
              one.id() + " " + one.name(),
              NumberText.count(one.customers()),
              NumberText.share(one.share()),
              numbers.money(one.spend()),
              one.spendIndex().isPresent()
                  ? NumberText.decimal(one.spendIndex().getAsDouble(), 0)
                  : "",
              Words.sentenceCase(one.rule().replace('_', ' ')),
              NumberText.share(one.fidelity())));
    }
    return Section.table(
        List.of(
            "Group",
            "#Customers",
            "+#Share",
            "#Sales, last 365 days",
            "+#Mean sales, all = 100",
            "+A rule that comes near",
            "+#… is right for"),
        rows);
  }

  private static Html belief(ClusterFacts clusters) {
    if (clusters.health().isEmpty()) {
      return Section.notice("", "No model has been trained yet.");
    }
    Health health = clusters.health().get();
    List<Html> parts = new ArrayList<>();
    if (!Double.isNaN(health.metric())) {
      parts.add(
          html(
              "<p><span class=\"grade\">{}</span> The groups stand apart by {} (silhouette, 1 is best), {} by {}.</p>",
              health.grade(),
              NumberText.decimal(health.metric(), 2),
              health.baselineName(),
              NumberText.decimal(health.baseline(), 2)));
    }
    boolean isInUse = health.status().equals("scoring");
    parts.add(
        Section.notice(
            isInUse ? "good" : "bad",
            (isInUse ? "In use: " : "Withheld: ") + Words.sentence(health.reason())));
    if (!health.trainedOn().isEmpty()) {
      parts.add(Section.hint("Learned from: " + Words.sentence(health.trainedOn())));
    }
    clusters.segments().stream()
        .filter(one -> !one.lineage().isEmpty())
        .forEach(one -> parts.add(Section.hint(one.id() + ": " + one.lineage() + ".")));
    return Html.join(parts);
  }

  private Html moves(ClusterFacts clusters) {
    if (clusters.moves().isEmpty()) {
      return Section.hint(
          clusters.stayed() == 0
              ? "No earlier night to compare with."
              : NumberText.count(clusters.stayed()) + " customers stayed, nobody moved.");
    }
    List<List<String>> rows = new ArrayList<>();
    for (Move move : clusters.moves().stream().limit(8).toList()) {
      rows.add(
          List.of(
              Words.sentenceCase(move.from()),
              Words.sentenceCase(move.to()),
              NumberText.count(move.customers()),
              NumberText.count(move.buyers()),
              numbers.money(move.before()),
              numbers.money(move.after())));
    }
    return Html.join(
        List.of(
            Section.paragraph(
                "Since %s %s customers stayed in their group; the largest moves:"
                    .formatted(
                        Words.day(clusters.moves().get(0).since()),
                        NumberText.count(clusters.stayed()))),
            Section.table(
                List.of("From", "To", "#Customers", "+#who bought", "+#Sales before", "#Sales now"),
                rows)));
  }
}
