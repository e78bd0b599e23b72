package io.clientele.models.crosssell.nightly;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.mining.ItemSetMiner;
import io.clientele.models.crosssell.mining.ItemSets;
import io.clientele.models.crosssell.mining.MiningOptions;
import io.clientele.models.crosssell.mining.TooManyItemSets;
import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.models.crosssell.rule.RuleOptions;
import io.clientele.models.crosssell.rule.SoundRule;
import io.clientele.models.crosssell.rule.SoundRules;
import io.clientele.models.crosssell.rule.Survival;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Sound rules that still hold, at the lowest support whose item sets are not too many. */
final class RuleSearch {
  private static final double LEAST_SUPPORT = 0.0005;
  private static final int LEAST_BASKETS = 10;
  private static final int LONGEST = 3;
  private static final int MOST_SETS = 200_000;
  private static final int MOST_RULES = 5_000;

  /** Below one basket in five, "… hold Z, too" is no argument that a marketer can use. */
  private static final double LEAST_CONFIDENCE = 0.2;

  private RuleSearch() {}

  /** The settings by name, for the model card. */
  static String inWords() {
    return "sets of up to %d products in at least %d baskets and %s of them, confidence %s"
        .formatted(LONGEST, LEAST_BASKETS, LEAST_SUPPORT, LEAST_CONFIDENCE);
  }

  /**
   * The rules, best first.
   *
   * @param recently first day of the last quarter of the baskets' time: a rule must hold there, too
   */
  static List<SoundRule> of(Baskets baskets, LocalDate recently) {
    List<SoundRule> rules =
        SoundRules.of(mined(baskets), RuleOptions.ofConfidence(LEAST_CONFIDENCE)).stream()
            .limit(MOST_RULES)
            .toList();
    List<Boolean> isAlive = holds(rules, baskets.since(recently));
    return IntStream.range(0, rules.size()).filter(isAlive::get).mapToObj(rules::get).toList();
  }

  /** Whether each rule holds in baskets: both sides meet more often than by chance. */
  static List<Boolean> holds(List<SoundRule> rules, Baskets baskets) {
    if (rules.isEmpty() || baskets.size() == 0) {
      return rules.stream().map(rule -> false).toList();
    }
    List<AssociationRule> plain = rules.stream().map(SoundRule::rule).toList();
    return Survival.of(plain, baskets).stream().map(Survival::hasSurvived).toList();
  }

  private static ItemSets mined(Baskets baskets) {
    int count = Math.max(LEAST_BASKETS, MiningOptions.count(LEAST_SUPPORT, baskets.size()));
    while (true) {
      MiningOptions options =
          MiningOptions.ofCount(count).longest(LONGEST).atMost(MOST_SETS).telling(true);
      try {
        return ItemSetMiner.mine(baskets, options);
      } catch (TooManyItemSets tooMany) {
        count = Math.multiplyExact(count, 2);
      }
    }
  }
}
