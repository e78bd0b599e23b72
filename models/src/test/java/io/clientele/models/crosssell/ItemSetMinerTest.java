package io.clientele.models.crosssell;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.crosssell.basket.Baskets;
import io.clientele.models.crosssell.basket.DaySpan;
import io.clientele.models.crosssell.basket.Dictionary;
import io.clientele.models.crosssell.mining.ItemSet;
import io.clientele.models.crosssell.mining.ItemSetMiner;
import io.clientele.models.crosssell.mining.ItemSets;
import io.clientele.models.crosssell.mining.MiningOptions;
import io.clientele.testkit.TestSpark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.fpm.FPGrowth;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ItemSetMinerTest {
  private static final Dictionary LETTERS =
      new Dictionary(IntStream.range(0, 20).mapToObj(i -> "item" + i).toList());

  /** Items drawn with falling chances, sizes from none to nearly all. */
  private static List<int[]> randomBaskets(long seed, int baskets) {
    Random random = new Random(seed);
    List<int[]> drawn = new ArrayList<>();
    for (int i = 0; i < baskets; i++) {
      double appetite = random.nextDouble() * random.nextDouble() * 3;
      drawn.add(
          IntStream.range(0, 20)
              .filter(item -> random.nextDouble() < appetite / (1 + item * 0.3))
              .toArray());
    }
    return drawn;
  }

  private static Map<ItemSet, Integer> byFpGrowth(List<int[]> baskets, int minCount) {
    List<Row> rows =
        baskets.stream()
            .filter(basket -> basket.length > 0)
            .map(basket -> RowFactory.create((Object) IntStream.of(basket).boxed().toArray()))
            .toList();
    Dataset<Row> frame =
        TestSpark.session().createDataFrame(rows, StructType.fromDDL("items array<int>"));
    FPGrowth reference =
        new FPGrowth()
            .setItemsCol("items")
            .setNumPartitions(2)
            .setMinSupport((minCount - .5) / rows.size());
    Map<ItemSet, Integer> counts = new HashMap<>();
    for (Row row : reference.fit(frame).freqItemsets().collectAsList()) {
      int[] items = row.<Integer>getList(0).stream().mapToInt(Integer::intValue).sorted().toArray();
      counts.put(new ItemSet(items), Math.toIntExact(row.getLong(1)));
    }
    return counts;
  }

  @Test
  void item_sets_equal_those_of_fp_growth() {
    List<int[]> baskets = randomBaskets(1, 200);
    Map<ItemSet, Integer> expected = byFpGrowth(baskets, 9);
    assertThat(expected).hasSizeGreaterThan(500);
    assertThat(
            ItemSetMiner.mine(
                    Baskets.of(TestSpark.session(), LETTERS, baskets), MiningOptions.ofCount(9))
                .counts())
        .isEqualTo(expected);
  }

  @Test
  void the_sizes_of_the_baskets_of_each_set_are_told() {
    List<int[]> baskets = List.of(new int[] {0, 1}, new int[] {0, 1, 2}, new int[] {0, 3, 4});
    ItemSets sets =
        ItemSetMiner.mine(
            Baskets.of(TestSpark.session(), LETTERS, baskets),
            MiningOptions.ofCount(2).longest(3).telling(true));
    assertThat(sets.counts())
        .isEqualTo(Map.of(new ItemSet(0), 3, new ItemSet(1), 2, new ItemSet(0, 1), 2));
    assertThat(sets.sizes().get(new ItemSet(0)).sizes()).containsExactly(2, 3);
    assertThat(sets.sizes().get(new ItemSet(0)).counts()).containsExactly(1, 2);
    assertThat(sets.sizes().get(new ItemSet(0, 1)).counts()).containsExactly(1, 1);
  }

  @Test
  void a_period_sees_its_own_baskets_only() {
    Dataset<Row> lines =
        TestSpark.session()
            .sql(
                "select * from values ('b1', 'tea', date'2026-01-01'), ('b1', 'milk',"
                    + " date'2026-01-01'), ('b2', 'tea', date'2026-02-01'), ('b2', 'tea',"
                    + " date'2026-02-01'), ('b3', null, date'2026-01-01') as t(basket, item, day)");
    try (Baskets all = Baskets.of(lines)) {
      assertThat(all.size()).isEqualTo(2);
      assertThat(all.dictionary().item(0)).isEqualTo("tea");
      LocalDate february = LocalDate.parse("2026-02-01");
      assertThat(all.within(DaySpan.before(february)).tally().itemCounts()).containsExactly(1, 1);
      assertThat(all.within(DaySpan.from(february)).tally().itemCounts()).containsExactly(1, 0);
    }
  }

  @Test
  void a_minimum_support_is_a_share_or_a_count() {
    assertThat(MiningOptions.count(.005, 9835)).isEqualTo(50);
    assertThat(MiningOptions.count(.01, 100)).isEqualTo(1);
    assertThat(MiningOptions.count(20, 100)).isEqualTo(20);
  }
}
