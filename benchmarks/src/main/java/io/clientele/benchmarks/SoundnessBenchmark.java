package io.clientele.benchmarks;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.DaySpan;
import io.clientele.models.crosssell.mining.ItemSetMiner;
import io.clientele.models.crosssell.mining.ItemSets;
import io.clientele.models.crosssell.mining.MiningOptions;
import io.clientele.models.crosssell.rule.AssociationRules;
import io.clientele.models.crosssell.rule.Curveball;
import io.clientele.models.crosssell.rule.RuleOptions;
import io.clientele.models.crosssell.rule.SoundRule;
import io.clientele.models.crosssell.rule.SoundRules;
import io.clientele.models.crosssell.rule.Survival;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/**
 * What the tests of rules are worth on Online Retail: how many shuffles of its baskets keep a rule,
 * and how many rules of the first half of time hold in the second.
 */
public final class SoundnessBenchmark {
  private static final double SUPPORT = .005;
  private static final int SHUFFLES = 20;
  private static final int TRADES_PER_ITEM = 2;
  private static final LocalDate MIDDLE = LocalDate.parse("2011-06-06");

  private SoundnessBenchmark() {}

  /** Runs it on the file that is named. */
  public static void main(String[] args) {
    SparkSession session = OnlineRetail.session();
    try (Baskets baskets = OnlineRetail.baskets(session, args[0])) {
      survival(baskets);
      List<int[]> real = baskets.toDriver();
      int keeping = 0;
      for (int seed = 1; seed <= SHUFFLES; seed++) {
        List<int[]> shuffled = Curveball.shuffle(real, TRADES_PER_ITEM, seed);
        ItemSets sets = mine(Baskets.of(session, baskets.dictionary(), shuffled));
        List<SoundRule> kept = SoundRules.of(sets, RuleOptions.ofConfidence(0));
        long naive =
            AssociationRules.of(sets, 0).stream().filter(rule -> rule.liftLow() > 1.2).count();
        keeping += kept.isEmpty() ? 0 : 1;
        print(
            "shuffle %d: %d rules with a lift surely above 1.2, %d kept", seed, naive, kept.size());
      }
      print("%d of %d shuffles keep a rule (at most 1 wanted)", keeping, SHUFFLES);
    }
    session.stop();
  }

  private static ItemSets mine(Baskets baskets) {
    return ItemSetMiner.mine(
        baskets,
        MiningOptions.ofCount(MiningOptions.count(SUPPORT, baskets.size()))
            .longest(3)
            .telling(true));
  }

  private static void survival(Baskets baskets) {
    List<SoundRule> kept =
        SoundRules.of(mine(baskets.within(DaySpan.before(MIDDLE))), RuleOptions.ofConfidence(.1));
    long survived =
        Survival.of(
                kept.stream().map(SoundRule::rule).toList(), baskets.within(DaySpan.from(MIDDLE)))
            .stream()
            .filter(Survival::hasSurvived)
            .count();
    print("%d rules kept before %s (at least 500 wanted)", kept.size(), MIDDLE);
    print("%.1f %% of them survive (at least 85 wanted)", 100.0 * survived / kept.size());
  }

  private static void print(String line, Object... values) {
    System.out.println(String.format(Locale.ROOT, line, values));
  }
}
