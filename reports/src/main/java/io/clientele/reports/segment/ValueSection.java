package io.clientele.reports.segment;

import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.segment.ValueFacts.Tenth;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What customers will be worth in the next twelve months, beside what they were worth. */
final class ValueSection {
  private static final String TITLE = "Value of the next 12 months";
  private static final String LEAD = "What customers will spend, and who will spend most of it.";

  private final ValueFacts value;
  private final NumberText numbers;

  ValueSection(ValueFacts value, NumberText numbers) {
    this.value = value;
    this.numbers = numbers;
  }

  Html render() {
    if (!value.isScoring()) {
      String reason = value.health().map(Health::reason).orElse("no night has foretold it yet");
      return Section.section(
          TITLE, LEAD, List.of(Section.notice("bad", "Withheld: " + Words.sentence(reason))));
    }
    return Section.section(
        TITLE,
        LEAD,
        List.of(
            Section.pair(
                Section.panel("In short", Section.paragraph(summary())),
                Section.panel("Can I believe this?", ModelPanel.of(value.health().get()))),
            Section.panel(
                "Tenths of customers, the most valuable first",
                tenths(),
                Section.hint(
                    "The plain rule: what was spent so far goes on at the same rate. Eight of ten"
                        + " customers like those of a tenth spent between the two amounts at its end,"
                        + " in the time that judged the model."))));
  }

  private String summary() {
    BigDecimal best =
        value.tenths().stream()
            .filter(tenth -> tenth.tenth() <= 2)
            .map(Tenth::expected)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    double all = value.expected().doubleValue();
    return "Today's customers are expected to spend %s in the next 12 months; the most valuable fifth brings %s of it."
        .formatted(
            numbers.money(value.expected()),
            NumberText.share(all > 0 ? best.doubleValue() / all : 0));
  }

  private Html tenths() {
    List<List<String>> rows = new ArrayList<>();
    for (Tenth tenth : value.tenths()) {
      rows.add(
          List.of(
              String.valueOf(tenth.tenth()),
              NumberText.count(tenth.customers()),
              numbers.money(tenth.current()),
              numbers.money(tenth.expected()),
              numbers.money(tenth.naive()),
              NumberText.share(tenth.noPurchase()),
              numbers.money(tenth.low()) + " to " + numbers.money(tenth.high())));
    }
    return Section.table(
        List.of(
            "Tenth",
            "+#Customers",
            "#Sales, last 365 days",
            "#Expected",
            "+#By the plain rule",
            "+#Chance of no purchase",
            "+#A single customer"),
        rows);
  }
}
