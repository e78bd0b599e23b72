package io.clientele.reports.segment;

import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.segment.OfferFacts.Offered;
import io.clientele.reports.segment.OfferFacts.Rule;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.util.ArrayList;
import java.util.List;

/** What to offer: which products suit how many customers, and what is bought together. */
final class OfferSection {
  private static final String LEAD =
      "Which products suit whom, and what is bought together more often than chance.";

  private final OfferFacts offers;

  OfferSection(OfferFacts offers) {
    this.offers = offers;
  }

  Html render() {
    if (!offers.isScoring()) {
      String reason = offers.health().map(Health::reason).orElse("no night has looked for it yet");
      return Section.section(
          "What to offer",
          LEAD,
          List.of(Section.notice("bad", "Withheld: " + Words.sentence(reason))));
    }
    List<Html> blocks = new ArrayList<>();
    blocks.add(
        Section.pair(
            Section.panel("In short", Section.paragraph(summary()), takenOff()),
            Section.panel("Can I believe this?", ModelPanel.of(offers.health().get()))));
    if (!offers.products().isEmpty()) {
      blocks.add(Section.panel("Most offered products", products()));
    }
    if (!offers.rules().isEmpty()) {
      blocks.add(
          Section.panel(
              "What is bought together",
              rules(),
              Section.hint(
                  "Rules that basket sizes and single products do not explain and that still held"
                      + " lately. Two times: at least twice as often as if the products had nothing"
                      + " to do with each other.")));
    }
    return Section.section("What to offer", LEAD, blocks);
  }

  private String summary() {
    return "%s of new products for %s, and %s of products that are due by the customer's own rhythm. The list: “clientele lists offers”."
        .formatted(
            counted(offers.offers(), "offer"),
            counted(offers.customers(), "customer"),
            counted(offers.reminders(), "reminder"));
  }

  private static String counted(long number, String what) {
    return NumberText.count(number) + " " + what + (number == 1 ? "" : "s");
  }

  private Html takenOff() {
    return Section.table(
        List.of("Taken off, because", "#Offers"),
        offers.takenOff().stream()
            .map(one -> List.of(Words.sentenceCase(one.text()), NumberText.count(one.count())))
            .toList());
  }

  private Html products() {
    List<List<String>> rows = new ArrayList<>();
    for (Offered one : offers.products()) {
      rows.add(
          List.of(
              one.product(),
              one.category(),
              NumberText.count(one.customers()),
              NumberText.count(one.byRules())));
    }
    return Section.table(
        List.of("Product", "+Category", "#Customers", "+#Because of what is bought together"),
        rows);
  }

  private Html rules() {
    List<List<String>> rows = new ArrayList<>();
    for (Rule rule : offers.rules()) {
      rows.add(
          List.of(
              rule.bought(),
              rule.alsoBought(),
              NumberText.share(rule.confidence()),
              NumberText.count(rule.baskets()),
              NumberText.decimal(rule.liftLow(), 1)));
    }
    return Section.table(
        List.of(
            "Baskets with",
            "Hold, too",
            "#Share of them",
            "+#Baskets with both",
            "+#Times as often, at least"),
        rows);
  }
}
