package io.clientele.reports.segment;

import io.clientele.reports.segment.ChurnFacts.Counted;
import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.segment.DataFacts.Load;
import io.clientele.reports.segment.DataFacts.Source;
import io.clientele.reports.text.Html;
import io.clientele.reports.text.NumberText;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is missing, refused, anonymous, old or withheld. */
final class CaveatSection {
  private final ReportFacts facts;
  private final DataFacts data;
  private final NumberText numbers;

  CaveatSection(ReportFacts facts, NumberText numbers) {
    this.facts = facts;
    this.data = facts.data();
    this.numbers = numbers;
  }

  Html render() {
    List<Html> blocks = new ArrayList<>();
    blocks.add(Section.panel("In short", notices()));
    if (!data.reasons().isEmpty()) {
      blocks.add(
          Section.pair(
              Section.panel(
                  "Why rows were refused",
                  counted("Reason", data.reasons(), true),
                  Section.hint("A row with several reasons counts at each.")),
              Section.panel("How fresh the sources are", sources())));
    } else if (!data.sources().isEmpty()) {
      blocks.add(Section.panel("How fresh the sources are", sources()));
    }
    if (!data.loads().isEmpty()) {
      blocks.add(Section.panel("What came in and where it went", loads()));
      blocks.add(Section.panel("The money of the sales lines", money()));
    }
    if (!facts.churn().notScored().isEmpty()) {
      blocks.add(
          Section.panel(
              "Customers without a churn score",
              counted("Reason", facts.churn().notScored(), false)));
    }
    return Section.section(
        "What to know about the data", "What is missing, refused, old or withheld.", blocks);
  }

  private Html notices() {
    List<Html> notices = new ArrayList<>();
    notices.add(quarantine());
    notices.add(anonymous());
    for (Source source : data.sources()) {
      if (source.isStale(facts.publication().asOf())) {
        notices.add(
            Section.notice(
                "bad",
                "The source %s is stale: its newest sale is of %s."
                    .formatted(source.name(), Words.day(source.newestSale().orElseThrow()))));
      }
    }
    newestSaleLongAgo().ifPresent(notices::add);
    for (String file : data.unreadable()) {
      notices.add(Section.notice("bad", "A delivery could not be read: " + file + "."));
    }
    facts
        .churn()
        .health()
        .filter(health -> !health.status().equals("scoring"))
        .map(Health::reason)
        .ifPresent(
            reason ->
                notices.add(
                    Section.notice("bad", "Churn scores are withheld: " + Words.sentence(reason))));
    return Html.join(notices);
  }

  /** A night over old files is right and still tells of long ago. */
  private Optional<Html> newestSaleLongAgo() {
    return data.sources().stream()
        .flatMap(source -> source.newestSale().stream())
        .max(Comparator.naturalOrder())
        .filter(newest -> newest.isBefore(publishedOn().minusDays(8)))
        .map(
            newest ->
                Section.notice(
                    "",
                    "The newest sale of all sources is of %s, %s days before this night: the figures tell of then, not of today."
                        .formatted(
                            Words.day(newest),
                            NumberText.count(ChronoUnit.DAYS.between(newest, publishedOn())))));
  }

  private LocalDate publishedOn() {
    return facts.publication().publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Html quarantine() {
    if (data.quarantine().rows() == 0) {
      return Section.notice("good", "No row waits in quarantine.");
    }
    DataFacts.Quarantine waiting = data.quarantine();
    boolean isPartlyRead = waiting.unreadable() > 0 && waiting.unreadable() < waiting.salesLines();
    return Section.notice(
        "",
        "%s in quarantine and not in these figures%s%s."
            .formatted(
                rows(waiting.rows()),
                waiting.money(numbers).map(money -> ", with " + money).orElse(""),
                isPartlyRead
                    ? "; of %s sales lines among them the amount cannot be read"
                        .formatted(NumberText.count(waiting.unreadable()))
                    : ""));
  }

  private static String rows(long count) {
    return NumberText.count(count) + (count == 1 ? " delivered row is" : " delivered rows are");
  }

  private Html anonymous() {
    if (data.lines() == 0) {
      return Section.notice("", "No purchases in the last 365 days.");
    }
    if (data.anonymousLines() == 0) {
      return Section.notice("good", "Every purchase of the last 365 days has a customer.");
    }
    double share =
        data.amount().signum() <= 0
            ? 0
            : data.anonymousAmount().doubleValue() / data.amount().doubleValue();
    return Section.notice(
        "",
        "%s of the purchases of the last 365 days have no customer (%s of their money, %s): they count as sales, not in the segments."
            .formatted(
                NumberText.share((double) data.anonymousLines() / data.lines()),
                NumberText.share(share),
                numbers.money(data.anonymousAmount())));
  }

  private Html counted(String head, List<Counted> counts, boolean isRefusal) {
    List<List<String>> rows = new ArrayList<>();
    for (Counted one : counts) {
      rows.add(
          List.of(
              isRefusal ? Words.refusal(one.text()) : Words.sentenceCase(one.text()),
              NumberText.count(one.count())));
    }
    return Section.table(List.of(head, isRefusal ? "#Rows" : "#Customers"), rows);
  }

  private Html sources() {
    LocalDate asOf = facts.publication().asOf();
    List<List<String>> rows = new ArrayList<>();
    for (Source source : data.sources()) {
      rows.add(
          List.of(
              source.name(),
              source.newestSale().map(Words::day).orElse("no sales"),
              source.newestDelivery().map(Words::day).orElse("never"),
              source.state(asOf, publishedOn())));
    }
    return Section.table(List.of("Source", "Newest sale", "+Newest delivery", "State"), rows);
  }

  private Html loads() {
    List<List<String>> rows = new ArrayList<>();
    for (Load load : data.loads()) {
      rows.add(
          List.of(
              load.source() + " · " + load.entity(),
              NumberText.count(load.landed()),
              NumberText.count(load.refused()),
              NumberText.count(load.leftOut()),
              NumberText.count(load.accepted()),
              counted(load.loaded()),
              counted(load.elsewhere())));
    }
    return Section.table(
        List.of(
            "Source",
            "#Rows delivered",
            "#Refused",
            "#Left out",
            "#Accepted",
            "+#Sales in the warehouse",
            "+#Repeated or replaced"),
        rows);
  }

  private Html money() {
    List<List<String>> rows = new ArrayList<>();
    for (Load load : data.loads()) {
      load.money()
          .ifPresent(
              money ->
                  rows.add(
                      List.of(
                          load.source() + " · " + load.entity(),
                          numbers.money(money.delivered()),
                          refused(money, load.refused()),
                          numbers.money(money.leftOut()),
                          numbers.money(money.loaded()),
                          numbers.money(money.elsewhere()))));
    }
    return Section.table(
        List.of(
            "Source",
            "#Delivered",
            "#Refused",
            "#Left out",
            "#In the warehouse",
            "+#Repeated or replaced"),
        rows);
  }

  private String refused(DataFacts.Money money, long rows) {
    return money.unreadable() == 0
        ? numbers.money(money.refused())
        : money.unreadable() == rows
            ? "cannot be read"
            : "%s and %s rows that cannot be read"
                .formatted(numbers.money(money.refused()), NumberText.count(money.unreadable()));
  }

  private static String counted(OptionalLong count) {
    return count.isPresent() ? NumberText.count(count.getAsLong()) : "";
  }
}
