package io.clientele.models.crosssell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.mining.ItemSetMiner;
import io.clientele.models.crosssell.mining.ItemSets;
import io.clientele.models.crosssell.mining.MiningOptions;
import io.clientele.models.crosssell.mining.TooManyItemSets;
import io.clientele.testkit.SharedData;
import io.clientele.testkit.TestSpark;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Item sets of arules' Groceries (Hahsler et al.), as its documentation and our README count them.
 */
class GroceriesItemSetsTest {
  private static Baskets baskets;

  @BeforeAll
  static void readOnce() {
    baskets =
        Baskets.of(
            TestSpark.session()
                .read()
                .text(SharedData.file("groceries_arules/groceries_baskets.csv").toString())
                .selectExpr(
                    "cast(monotonically_increasing_id() as string) as basket",
                    "split(value, ',') as items")
                .selectExpr("basket", "explode(items) as item", "cast(null as date) as day"));
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

  @Test
  void margins_are_the_published_ones() {
    assertThat(baskets.size()).isEqualTo(9835);
    assertThat(baskets.dictionary().size()).isEqualTo(169);
    assertThat(baskets.dictionary().item(0)).isEqualTo("whole milk");
    assertThat(baskets.tally().itemCounts()[0]).isEqualTo(2513);
    assertThat(baskets.tally().basketsBySize().lastKey()).isEqualTo(32);
  }

  @Test
  void counts_by_size_are_the_published_ones() {
    assertThat(mine(.001).bySize())
        .isEqualTo(Map.of(1, 157, 2, 2981, 3, 6831, 4, 3137, 5, 376, 6, 10));
    assertThat(mine(.005).bySize()).isEqualTo(Map.of(1, 120, 2, 605, 3, 264, 4, 12));
    assertThat(mine(.01).bySize()).isEqualTo(Map.of(1, 88, 2, 213, 3, 32));
  }

  @Test
  void a_limit_of_sets_is_kept() {
    assertThatThrownBy(() -> ItemSetMiner.mine(baskets, MiningOptions.ofCount(10).atMost(10_000)))
        .isInstanceOf(TooManyItemSets.class)
        .hasMessageContaining("more than 10000; raise the support");
  }
}
