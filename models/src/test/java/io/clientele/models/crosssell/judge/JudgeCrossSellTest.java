package io.clientele.models.crosssell.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.testkit.TestSpark;
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

  /** 120 customers, ten visits each in 100 days; who has a printer buys its ink next time. */
  private static Dataset<Row> shop(boolean hasTime) {
    Random random = new Random(7);
    List<Row> rows = new ArrayList<>();
    LocalDate start = LocalDate.parse("2026-01-01");
    for (int customer = 0; customer < 120; customer++) {
      int kind = customer % 4;
      int buysAt = 2 + random.nextInt(7);
      for (int visit = 0; visit < 10; visit++) {
        String basket = "b" + customer + "-" + visit;
        var day = hasTime ? java.sql.Date.valueOf(start.plusDays(visit * 10L)) : null;
        String who = hasTime ? "c" + customer : null;
        rows.add(RowFactory.create(basket, "thing" + random.nextInt(30), who, day));
        if (visit % 2 == buysAt % 2 || visit >= buysAt) {
          rows.add(RowFactory.create(basket, "printer" + kind, who, day));
        }
        if (visit >= buysAt) {
          rows.add(RowFactory.create(basket, "ink" + kind, who, day));
        }
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
    assertThat(result.keys()).containsEntry("baskets", 1200L).containsEntry("items", 38);
    Map<String, Object> rules = (Map<String, Object>) result.keys().get("rules");
    assertThat((List<Map<String, Object>>) rules.get("top"))
        .extracting(rule -> rule.get("antecedent") + " => " + rule.get("consequent"))
        .contains("[printer1] => [ink1]", "[ink1] => [printer1]")
        .allMatch(rule -> rule.contains("printer") && rule.contains("ink"));
    Map<String, Object> sound = (Map<String, Object>) result.keys().get("sound_rules");
    assertThat(sound).containsEntry("total", 8).containsEntry("survived_next_period", 1.0);
    Map<String, Object> offers = (Map<String, Object>) result.keys().get("offers");
    assertThat(offers).isNull();
    assertThat(result.warnings()).anyMatch(line -> line.startsWith("offers: null, fewer than 50"));
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
