package io.clientele.models.crosssell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.mining.ItemSetMiner;
import io.clientele.models.crosssell.mining.ItemSets;
import io.clientele.models.crosssell.mining.MiningOptions;
import io.clientele.models.crosssell.mining.TooManyItemSets;
import io.clientele.models.crosssell.rule.AssociationRule;
import io.clientele.models.crosssell.rule.AssociationRules;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Item sets and rules of Groceries as its R package's documentation and textbooks count them. */
class GroceriesTest {
  private static Baskets baskets;

  @BeforeAll
  static void readOnce() {
    baskets = Groceries.baskets();
  }

  @AfterAll
  static void close() {
    if (baskets != null) {
      baskets.close();
    }
  }

  private static ItemSets mine(double support) {
    return ItemSetMiner.mine(
        baskets, MiningOptions.ofCount(MiningOptions.count(support, baskets.size())));
  }

  private static Map<Integer, Integer> byLength(List<AssociationRule> rules) {
    Map<Integer, Integer> lengths = new TreeMap<>();
    rules.forEach(rule -> lengths.merge(rule.length(), 1, Integer::sum));
    return lengths;
  }

  private static AssociationRule best(List<AssociationRule> rules) {
    return rules.stream().min(AssociationRules.BY_LIFT).orElseThrow();
  }

  private static void isRule(AssociationRule rule, List<String> antecedent, String consequent) {
    assertThat(baskets.dictionary().names(rule.antecedent().items()))
        .containsExactlyInAnyOrderElementsOf(antecedent);
    assertThat(baskets.dictionary().item(rule.consequent())).isEqualTo(consequent);
  }

  @Test
  void margins_are_the_published_ones() {
    assertThat(baskets.size()).isEqualTo(9835);
    assertThat(baskets.dictionary().size()).isEqualTo(169);
    assertThat(baskets.dictionary().item(0)).isEqualTo("whole milk");
    assertThat(baskets.tally().itemCounts()[0]).isEqualTo(2513);
    assertThat(baskets.tally().basketsBySize().lastKey()).isEqualTo(32);
  }

  @Test
  void sets_and_rules_at_a_thousandth_are_the_published_ones() {
    ItemSets sets = mine(.001);
    assertThat(sets.bySize()).isEqualTo(Map.of(1, 157, 2, 2981, 3, 6831, 4, 3137, 5, 376, 6, 10));
    List<AssociationRule> half = AssociationRules.of(sets, .5);
    assertThat(byLength(half)).isEqualTo(Map.of(2, 11, 3, 1461, 4, 3211, 5, 939, 6, 46));
    AssociationRule rule = best(half);
    isRule(rule, List.of("Instant food products", "soda"), "hamburger meat");
    assertThat(rule.support()).isCloseTo(.001220132, within(5e-10));
    assertThat(rule.confidence()).isCloseTo(.6315789, within(5e-8));
    assertThat(rule.lift()).isCloseTo(18.99565, within(5e-6));
    List<AssociationRule> sure = AssociationRules.of(sets, .8);
    assertThat(byLength(sure)).isEqualTo(Map.of(3, 29, 4, 229, 5, 140, 6, 12));
    isRule(best(sure), List.of("liquor", "red/blush wine"), "bottled beer");
    assertThat(best(sure).lift()).isCloseTo(11.23527, within(5e-6));
  }

  @Test
  void sets_and_rules_at_other_supports_are_the_published_ones() {
    ItemSets at005 = mine(.005);
    assertThat(at005.bySize()).isEqualTo(Map.of(1, 120, 2, 605, 3, 264, 4, 12));
    assertThat(byLength(AssociationRules.of(at005, .5))).isEqualTo(Map.of(2, 1, 3, 98, 4, 21));
    ItemSets at006 = mine(.006);
    assertThat(at006.bySize()).isEqualTo(Map.of(1, 109, 2, 478, 3, 156, 4, 4));
    List<AssociationRule> quarter = AssociationRules.of(at006, .25);
    assertThat(byLength(quarter)).isEqualTo(Map.of(2, 150, 3, 297, 4, 16));
    isRule(best(quarter), List.of("herbs"), "root vegetables");
    assertThat(best(quarter).lift()).isCloseTo(3.95648, within(5e-6));
    ItemSets at01 = mine(.01);
    assertThat(at01.bySize()).isEqualTo(Map.of(1, 88, 2, 213, 3, 32));
    assertThat(byLength(AssociationRules.of(at01, .5))).isEqualTo(Map.of(3, 15));
    assertThat(byLength(AssociationRules.of(at01, .25))).isEqualTo(Map.of(2, 96, 3, 74));
    ItemSets at009 = mine(.009);
    assertThat(at009.bySize()).isEqualTo(Map.of(1, 93, 2, 261, 3, 50));
    assertThat(AssociationRules.of(at009, .25)).hasSize(224);
    ItemSets at02 = mine(.02);
    assertThat(at02.bySize()).isEqualTo(Map.of(1, 59, 2, 61, 3, 2));
    assertThat(byLength(AssociationRules.of(at02, .3))).isEqualTo(Map.of(2, 32, 3, 5));
  }

  @Test
  void a_limit_of_sets_is_kept() {
    assertThatThrownBy(() -> ItemSetMiner.mine(baskets, MiningOptions.ofCount(10).atMost(10_000)))
        .isInstanceOf(TooManyItemSets.class)
        .hasMessageContaining("more than 10000; raise the support");
  }
}
