package io.clientele.models.crosssell.judge;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.rule.SoundRule;
import io.clientele.models.crosssell.rule.Survival;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rules that still held in the last quarter of the time they were mined on: a rule of Christmas
 * past, or of products no longer sold, is true of its time and of no use now.
 */
final class LivingRules {
  private LivingRules() {}

  /**
   * The rules that live, in their order.
   *
   * @param time the days of the baskets; empty = not known, then all live
   */
  static List<SoundRule> of(List<SoundRule> rules, Baskets baskets, Optional<TimeSpan> time) {
    if (time.isEmpty() || rules.isEmpty()) {
      return rules;
    }
    Baskets recent = baskets.since(time.get().lastQuarter());
    if (recent.size() == 0) {
      return List.of();
    }
    List<Survival> survivals = Survival.of(rules.stream().map(SoundRule::rule).toList(), recent);
    return IntStream.range(0, rules.size())
        .filter(i -> survivals.get(i).hasSurvived())
        .mapToObj(rules::get)
        .toList();
  }
}
