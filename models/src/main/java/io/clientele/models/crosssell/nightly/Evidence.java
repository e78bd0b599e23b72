package io.clientele.models.crosssell.nightly;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Why a product is offered, in words a marketer reads. */
final class Evidence {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final CrossSellArtifact artifact;

  Evidence(CrossSellArtifact artifact) {
    this.artifact = artifact;
  }

  /** For example "bought Tent; 43 % of baskets with it hold Pegs, too". */
  String of(MinedRule rule) {
    List<String> bought = Arrays.stream(rule.antecedent()).mapToObj(this::name).toList();
    return String.format(
        Locale.ROOT,
        "bought %s; %.0f %% of baskets with %s hold %s, too",
        bought.stream().collect(Collectors.joining(" and ")),
        100 * rule.rule().confidence(),
        bought.size() == 1 ? "it" : bought.size() == 2 ? "both" : "all of them",
        name(rule.consequent()));
  }

  /** For example "bought Tent; 21 of the 160 customers who did bought Pegs, too". */
  String of(int bought, int offered) {
    int[] neighbours = artifact.neighbours().items()[bought];
    int place = 0;
    while (neighbours[place] != offered) {
      place++;
    }
    return String.format(
        Locale.ROOT,
        "bought %s; %,d of the %,d customers who did bought %s, too",
        name(bought),
        artifact.neighbours().together()[bought][place],
        artifact.neighbours().buyers()[bought],
        name(offered));
  }

  /** For example "bought on 5 days, every 34 days on average, last on 12 November 2025". */
  static String of(Owned owned) {
    return String.format(
        Locale.ROOT,
        "bought on %d days, every %d days on average, last on %s",
        owned.days(),
        owned.usualGap(),
        day(owned));
  }

  /** For a product that is offered no more because the customer has it. */
  static String ofOwned(Owned owned) {
    return owned.baskets() == 1
        ? "bought on " + day(owned)
        : "bought " + owned.baskets() + " times, last on " + day(owned);
  }

  private static String day(Owned owned) {
    return DAY.format(LocalDate.ofEpochDay(owned.lastDay()));
  }

  private String name(int item) {
    return artifact.items().get(item).name();
  }
}
