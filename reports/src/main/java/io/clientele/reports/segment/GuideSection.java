package io.clientele.reports.segment;

import static io.clientele.reports.text.Html.html;

import io.clientele.reports.text.Html;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How to read the page: every term it uses, in a sentence. */
final class GuideSection {
  private final ReportFacts facts;

  GuideSection(ReportFacts facts) {
    this.facts = facts;
  }

  Html render() {
    List<Html> blocks = new ArrayList<>();
    blocks.add(Section.panel("Terms", list(terms())));
    Html segments = list(used(Words.SEGMENTS, "rfm_segment"));
    Html stages = list(used(Words.STAGES, "lifecycle_stage"));
    blocks.add(
        Section.pair(
            Section.panel("Segments", segments), Section.panel("Stages of the relation", stages)));
    return Section.section("How to read this page", "Every term in a sentence.", blocks);
  }

  private Map<String, String> terms() {
    String days =
        facts.churn().horizonDays() > 0 ? facts.churn().horizonDays() + " days" : "next weeks";
    Map<String, String> terms = new LinkedHashMap<>();
    terms.put(
        "As of", "Nothing on or after this day is used; past reports can be made again exactly.");
    terms.put(
        "Sales", "Net: bought less returned and cancelled, after discounts, in company currency.");
    terms.put(
        "Segment",
        "From three ranks of 1 to 5: how lately, how often and for how much a customer bought.");
    terms.put(
        "Chance of leaving",
        "The share of customers like this one who bought nothing in the %s that followed. Tested on the past: see “Can I believe this?”."
            .formatted(days));
    terms.put(
        "Value at risk",
        "Chance of leaving times the sales expected in the %s. It ranks whom to contact first; it is no loss that is sure."
            .formatted(days));
    terms.put(
        "High risk", "Customers whose chance of leaving lies in the bands high and very high.");
    terms.put(
        "Quarantine",
        "Delivered rows that break a rule. They are kept with their reasons and come back when they are mended.");
    return terms;
  }

  /** The words of values that occur, in their order; of all when none occurs. */
  private Map<String, String> used(Map<String, String> words, String kind) {
    Set<String> names =
        facts.segments(kind).stream().map(SegmentRow::name).collect(Collectors.toSet());
    Map<String, String> used = new LinkedHashMap<>();
    words.forEach(
        (name, meaning) -> {
          if (names.isEmpty() || names.contains(name)) {
            used.put(Words.sentenceCase(name), meaning);
          }
        });
    return used;
  }

  private static Html list(Map<String, String> terms) {
    return html(
        "<dl>{}</dl>",
        terms.entrySet().stream()
            .map(term -> html("<dt>{}</dt><dd>{}</dd>", term.getKey(), term.getValue()))
            .toList());
  }
}
