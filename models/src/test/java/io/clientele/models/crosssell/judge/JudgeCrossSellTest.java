package io.clientele.models.crosssell.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.testkit.TestSpark;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class JudgeCrossSellTest {
  private static final StructType LINES =
      StructType.fromDDL("basket string, item string, customer string, day date");

  /** 160 customers, ten visits each in 100 days; ink comes with its printer, or at the very end. */
  private static Dataset<Row> shop(boolean hasTime) {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    LocalDate start = LocalDate.parse("2026-01-01");
    for (int customer = 0; customer < 160; customer++) {
      int buysPrinterAt = random.nextInt(9);
      int buysInkAt = random.nextDouble() < .6 ? buysPrinterAt : 9;
      for (int visit = 0; visit < 10; visit++) {
        List<String> items = new ArrayList<>(List.of("thing" + random.nextInt(30)));
        items.addAll(visit == buysPrinterAt ? List.of("printer" + customer % 4) : List.of());
        items.addAll(visit == buysInkAt ? List.of("ink" + customer % 4) : List.of());
        Date day = hasTime ? Date.valueOf(start.plusDays(visit * 10L)) : null;
        String basket = "b" + customer + "-" + visit;
        String who = hasTime ? "c" + customer : null;
        items.forEach(item -> rows.add(RowFactory.create(basket, item, who, day)));
      }
    }
    return TestSpark.session().createDataFrame(rows, LINES);
  }

  private static CrossSellOptions options() {
    return new CrossSellOptions(10, .3, 3, true, Optional.empty());
  }

  @Test
  @SuppressWarnings("unchecked")
  void a_log_with_customers_and_days_gives_rules_survival_and_offers() {
    EvaluationResult result = JudgeCrossSell.of(shop(true), options());
    assertThat(result.keys().keySet())
        .containsExactly("baskets", "items", "itemsets", "rules", "sound_rules", "offers");
    assertThat(result.keys()).containsEntry("baskets", 1600L).containsEntry("items", 38);
    Map<String, Object> rules = (Map<String, Object>) result.keys().get("rules");
    assertThat((List<Map<String, Object>>) rules.get("top"))
        .extracting(rule -> rule.get("antecedent") + " => " + rule.get("consequent"))
        .contains("[printer1] => [ink1]", "[ink1] => [printer1]")
        .allMatch(rule -> rule.contains("printer") && rule.contains("ink"));
    Map<String, Object> sound = (Map<String, Object>) result.keys().get("sound_rules");
    assertThat(sound).containsEntry("total", 8).containsEntry("survived_next_period", 1.0);
    Map<String, Object> fresh =
        (Map<String, Object>) ((Map<String, Object>) result.keys().get("offers")).get("new_only");
    Map<String, Object> rulesAlone = (Map<String, Object>) fresh.get("association_rules");
    Map<String, Object> bestSellers = (Map<String, Object>) fresh.get("popularity");
    assertThat((double) rulesAlone.get("ndcg_at_10")).isGreaterThan(.2);
    assertThat((double) rulesAlone.get("ndcg_at_10"))
        .isGreaterThan(2 * (double) bestSellers.get("ndcg_at_10"));
    assertThat((Map<String, Object>) fresh.get("champion")).containsKeys("model", "grade");
  }

  @Test
  void without_days_survival_and_offers_are_null_with_a_warning() {
    EvaluationResult result = JudgeCrossSell.of(shop(false), options());
    assertThat(result.keys()).containsEntry("offers", null);
    assertThat(result.warnings())
        .containsExactly(
            "survived_next_period: null, it needs --date",
            "offers: null, they need --customer and --date");
    assertThat(result.sheets().get(0).rows()).isNotEmpty();
  }

  @Test
  void baskets_of_one_item_are_refused() {
    Dataset<Row> single =
        TestSpark.session()
            .createDataFrame(List.of(RowFactory.create("b", "x", null, null)), LINES);
    assertThat((String) JudgeCrossSell.of(single, options()).keys().get("refused"))
        .isEqualTo(
            "Cannot mine 1 baskets: none holds two different items; check --basket, --item and"
                + " --separator.");
  }
}
