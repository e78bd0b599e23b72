package io.clientele.models.crosssell.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.crosssell.basket.BasketTally;
import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.mining.ItemSetMiner;
import io.clientele.models.crosssell.mining.ItemSets;
import io.clientele.models.crosssell.mining.MiningOptions;
import io.clientele.testkit.TestSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoundRulesTest {
  private static final int ITEMS = 120;
  private static final Dictionary NAMES =
      new Dictionary(IntStream.range(0, ITEMS).mapToObj(i -> "item" + i).toList());

  /** Independent items in baskets of very different sizes; 0 brings 100, 102 and 103 bring 101. */
  private static List<int[]> baskets(long seed, boolean isPlanted) {
    Random random = new Random(seed);
    List<int[]> baskets = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      int size = (int) Math.min(ITEMS * .6, 2 + Math.exp(1 + random.nextGaussian()));
      TreeSet<Integer> basket = new TreeSet<>();
      while (basket.size() < size) {
        basket.add((int) (100 * Math.pow(random.nextDouble(), 1.5)));
      }
      if (isPlanted && basket.contains(0) && random.nextDouble() < .5) {
        basket.add(100);
      }
      boolean hasFirst = isPlanted && random.nextDouble() < .25;
      boolean hasSecond = isPlanted && random.nextDouble() < .25;
      basket.addAll(hasFirst ? List.of(102) : List.of());
      basket.addAll(hasSecond ? List.of(103) : List.of());
      basket.addAll(hasFirst && hasSecond && random.nextDouble() < .7 ? List.of(101) : List.of());
      baskets.add(basket.stream().mapToInt(Integer::intValue).toArray());
    }
    return baskets;
  }

  private static ItemSets mine(List<int[]> baskets) {
    return ItemSetMiner.mine(
        Baskets.of(TestSpark.session(), NAMES, baskets),
        MiningOptions.ofCount(20).longest(3).telling(true));
  }

  @Test
  void planted_rules_are_kept_and_what_repeats_them_is_not() {
    List<SoundRule> kept = SoundRules.of(mine(baskets(1, true)), RuleOptions.ofConfidence(.3));
    assertThat(kept)
        .extracting(rule -> rule.rule().antecedent() + " => " + rule.rule().consequent())
        .contains("[0] => 100", "[102, 103] => 101")
        .doesNotContain("[0, 1] => 100", "[0, 2] => 100", "[0, 102] => 100")
        .hasSizeLessThan(16);
  }

  @Test
  void shuffled_baskets_keep_margins_and_no_rule_although_their_lifts_are_high() {
    List<int[]> real = baskets(1, true);
    for (long seed = 1; seed <= 4; seed++) {
      List<int[]> shuffled = Curveball.shuffle(real, 4, seed);
      BasketTally before = BasketTally.of(real, ITEMS);
      BasketTally after = BasketTally.of(shuffled, ITEMS);
      assertThat(after.itemCounts()).isEqualTo(before.itemCounts());
      for (int i = 0; i < real.size(); i++) {
        assertThat(shuffled.get(i)).hasSameSizeAs(real.get(i)).doesNotHaveDuplicates().isSorted();
      }
      ItemSets sets = mine(shuffled);
      assertThat(AssociationRules.of(sets, 0).stream().filter(rule -> rule.lift() > 1.2).count())
          .as("naive rules")
          .isGreaterThan(1000);
      assertThat(SoundRules.of(sets, RuleOptions.ofConfidence(0))).isEmpty();
    }
  }

  @Test
  void the_margin_model_gives_back_the_margins() {
    BasketTally tally = BasketTally.of(baskets(2, false), ITEMS);
    MarginModel model = MarginModel.fit(tally);
    for (int item : new int[] {0, 50, 99}) {
      double sum =
          tally.basketsBySize().entrySet().stream()
              .mapToDouble(each -> each.getValue() * model.chance(item, each.getKey()))
              .sum();
      assertThat(sum).isCloseTo(tally.itemCounts()[item], within(1e-3));
    }
    int size = tally.basketsBySize().lastKey();
    assertThat(IntStream.range(0, ITEMS).mapToDouble(item -> model.chance(item, size)).sum())
        .isCloseTo(size, within(1e-3));
  }

  @Test
  void in_baskets_of_one_size_the_expectation_is_that_of_drawing_without_replacement() {
    // Every basket holds 2 of 4 items that are alike: given one, another is there with 1/3.
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      int first = i % 4;
      int second = (first + 1 + i / 4 % 3) % 4;
      pairs.add(IntStream.of(first, second).sorted().toArray());
    }
    MarginModel model = MarginModel.fit(BasketTally.of(pairs, 4));
    assertThat(model.chance(new ItemSet(0), 1, 2)).isCloseTo(1 / 3.0, within(1e-7));
  }

  @Test
  void tails_are_those_of_the_tables() {
    // Fisher's tea: 4 of 4 right = 1/70, 3 or more = 17/70.
    assertThat(Tails.hypergeometric(8, 4, 4, 4)).isCloseTo(1 / 70.0, within(1e-12));
    assertThat(Tails.hypergeometric(8, 4, 4, 3)).isCloseTo(17 / 70.0, within(1e-12));
    assertThat(Tails.hypergeometric(8, 4, 4, 0)).isCloseTo(1, within(1e-12));
    assertThat(Tails.poisson(1, 2)).isCloseTo(1 - Math.exp(-2), within(1e-12));
    assertThat(Tails.poisson(3, 2)).isCloseTo(1 - 5 * Math.exp(-2), within(1e-12));
    assertThat(Tails.poisson(0, 2)).isEqualTo(1);
  }

  @Test
  void q_values_follow_benjamini_and_hochberg_over_all_that_could_be_tested() {
    List<SoundRule> tested =
        Arrays.stream(new double[] {.01, .001, .04})
            .mapToObj(p -> new SoundRule(rule(40), 10, p, p, 1))
            .toList();
    assertThat(FalseDiscoveries.withQValues(tested, 10))
        .extracting(SoundRule::qValue)
        .satisfiesExactly(
            q -> assertThat(q).isCloseTo(.001 * 10, within(1e-12)),
            q -> assertThat(q).isCloseTo(.01 * 10 / 2, within(1e-12)),
            q -> assertThat(q).isCloseTo(.04 * 10 / 3, within(1e-12)));
  }

  private static AssociationRule rule(int both) {
    return new AssociationRule(new ItemSet(0), 1, both, 50, 80, 1000);
  }

  @Test
  void measures_are_their_definitions() {
    AssociationRule rule = rule(40);
    assertThat(rule.support()).isEqualTo(.04);
    assertThat(rule.confidence()).isEqualTo(.8);
    assertThat(rule.lift()).isCloseTo(10, within(1e-12));
    assertThat(rule.leverage()).isCloseTo(.04 - .05 * .08, within(1e-12));
    assertThat(rule.conviction()).isCloseTo(.92 / .2, within(1e-12));
    // var(log lift) = 1/40 - 1/50 - 1/80 + 2*40/(50*80) - 1/1000 = 0.0115
    assertThat(rule.liftLow()).isCloseTo(10 * Math.exp(-1.959964 * Math.sqrt(.0115)), within(1e-5));
    assertThat(rule.liftHigh()).isCloseTo(10 * Math.exp(1.959964 * Math.sqrt(.0115)), within(1e-5));
    SoundRule sound = new SoundRule(rule, 10, 0, 0, 0);
    assertThat(sound.sizeAdjustedLift()).isEqualTo(4);
    assertThat(sound.shrunkLift()).isEqualTo(2.5);
  }

  @Test
  void survival_counts_the_rule_in_later_baskets() {
    List<int[]> later = List.of(new int[] {0, 1}, new int[] {0, 2}, new int[] {1, 2, 3});
    List<Survival> survivals =
        Survival.of(
            List.of(rule(40), new AssociationRule(new ItemSet(4), 5, 1, 1, 1, 1)),
            Baskets.of(TestSpark.session(), NAMES, later));
    assertThat(survivals.get(0).withAntecedent()).isEqualTo(2);
    assertThat(survivals.get(0).both()).isEqualTo(1);
    assertThat(survivals.get(0).expected()).isBetween(.5, 1.5);
    assertThat(survivals.get(1)).isEqualTo(new Survival(0, 0, 0));
    assertThat(survivals.get(1).hasSurvived()).isFalse();
  }
}
