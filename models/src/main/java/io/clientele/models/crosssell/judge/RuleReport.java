package io.clientele.models.crosssell.judge;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.DaySpan;
import io.clientele.models.crosssell.mining.ItemSetMiner;
import io.clientele.models.crosssell.mining.ItemSets;
import io.clientele.models.crosssell.mining.MiningOptions;
import io.clientele.models.crosssell.mining.TooManyItemSets;
import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.models.crosssell.rule.AssociationRules;
import io.clientele.models.crosssell.rule.RuleOptions;
import io.clientele.models.crosssell.rule.SoundRule;
import io.clientele.models.crosssell.rule.SoundRules;
import io.clientele.models.crosssell.rule.Survival;
import io.clientele.models.evaluation.EvaluationResult.Sheet;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Item sets and rules of a file. */
final class RuleReport {
  private static final int SHOWN = 20;
  private static final int MAX_SETS = 500_000;
  private static final int SHORT = 3;

  private final Baskets baskets;
  private final CrossSellOptions options;
  private final RuleOptions ruleOptions;
  private final List<String> warnings;
  private final ItemSets sets;
  private final List<AssociationRule> rules;
  private final List<SoundRule> soundRules;

  /**
   * Mines and tests.
   *
   * @param time the days of the baskets; empty = not known
   */
  RuleReport(
      Baskets baskets, Optional<TimeSpan> time, CrossSellOptions options, List<String> warnings) {
    this.baskets = baskets;
    this.options = options;
    this.ruleOptions = RuleOptions.ofConfidence(options.minConfidence());
    this.warnings = warnings;
    this.sets = mine(baskets, options, warnings);
    this.rules =
        AssociationRules.of(sets, options.minConfidence()).stream()
            .sorted(AssociationRules.BY_LIFT)
            .toList();
    this.soundRules = LivingRules.of(SoundRules.of(sets, ruleOptions), baskets, time);
  }

  /** All sets, or, when they are too many, the short ones with a warning. */
  static ItemSets mine(Baskets baskets, CrossSellOptions options, List<String> warnings) {
    MiningOptions mining =
        MiningOptions.ofCount(MiningOptions.count(options.minSupport(), baskets.size()))
            .longest(options.maxLength())
            .atMost(MAX_SETS)
            .telling(true);
    try {
      return ItemSetMiner.mine(baskets, mining);
    } catch (TooManyItemSets tooMany) {
      if (options.maxLength() <= SHORT) {
        throw tooMany;
      }
      warnings.add(
          "more than "
              + MAX_SETS
              + " item sets at this support: only sets of up to "
              + SHORT
              + " items were mined; raise --min-support or say --max-length");
      return ItemSetMiner.mine(baskets, mining.longest(SHORT));
    }
  }

  Map<String, Object> keys() {
    TreeMap<Integer, Integer> byLength = new TreeMap<>();
    rules.forEach(rule -> byLength.merge(rule.length(), 1, Integer::sum));
    List<Map<String, Object>> top =
        options.soundOnly()
            ? soundRules.stream().limit(SHOWN).map(this::row).toList()
            : rules.stream().limit(SHOWN).map(this::row).toList();
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("itemsets", counted(sets.counts().size(), "by_size", sets.bySize()));
    Map<String, Object> ruleKeys = counted(rules.size(), "by_length", byLength);
    ruleKeys.put("top", top);
    keys.put("rules", ruleKeys);
    return keys;
  }

  private static Map<String, Object> counted(
      int total, String by, TreeMap<Integer, Integer> counts) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("total", total);
    Map<String, Object> named = new LinkedHashMap<>();
    counts.forEach((size, count) -> named.put(size.toString(), count));
    keys.put(by, named);
    return keys;
  }

  /**
   * What the tests keep, and how much of what they keep on the first half of time still holds in
   * the second.
   */
  Map<String, Object> sound(Optional<TimeSpan> time) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("total", soundRules.size());
    keys.put("false_discovery_rate", ruleOptions.falseDiscoveryRate());
    keys.put("survived_next_period", null);
    if (time.isEmpty()) {
      warnings.add("survived_next_period: null, it needs --date");
    } else {
      addSurvival(keys, time.get());
    }
    return keys;
  }

  private void addSurvival(Map<String, Object> keys, TimeSpan time) {
    LocalDate middle = time.middle();
    Baskets earlier = baskets.within(DaySpan.before(middle));
    Baskets later = baskets.within(DaySpan.from(middle));
    if (earlier.size() == 0 || later.size() == 0) {
      warnings.add("survived_next_period: null, one half of time has no basket");
      return;
    }
    List<SoundRule> kept =
        LivingRules.of(
            SoundRules.of(mine(earlier, options, warnings), ruleOptions),
            earlier,
            Optional.of(time.until(middle)));
    long survived =
        Survival.of(kept.stream().map(SoundRule::rule).toList(), later).stream()
            .filter(Survival::hasSurvived)
            .count();
    keys.put("survived_next_period", kept.isEmpty() ? null : (double) survived / kept.size());
    keys.put("next_period_from", middle.toString());
    keys.put("kept_before", kept.size());
    keys.put("kept_before_and_survived", survived);
    if (kept.isEmpty()) {
      warnings.add("survived_next_period: null, no rule was kept on the first half of time");
    }
  }

  private Map<String, Object> row(AssociationRule rule) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("antecedent", baskets.dictionary().names(rule.antecedent().items()));
    row.put("consequent", List.of(baskets.dictionary().item(rule.consequent())));
    row.put("support", rule.support());
    row.put("confidence", rule.confidence());
    row.put("lift", rule.lift());
    row.put("lift_low", rule.liftLow());
    row.put("lift_high", rule.liftHigh());
    return row;
  }

  private Map<String, Object> row(SoundRule rule) {
    Map<String, Object> row = row(rule.rule());
    row.put("size_adjusted_lift", rule.sizeAdjustedLift());
    row.put("p_value", rule.pValue());
    row.put("q_value", rule.qValue());
    return row;
  }

  /** All rules, or the sound ones with their tests. */
  Sheet sheet() {
    return new RuleSheet(baskets.dictionary()).of(rules, soundRules, options.soundOnly());
  }
}
