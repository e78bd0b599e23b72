package io.clientele.models.segment.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.testkit.TestSpark;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class JudgeRfmTest {
  /**
   * Before 2024-01-05: a bought once for 10 + 5 and sent 4 back, four days ago; b bought for 20,
   * three days ago; c only sent something back; d comes later. Cuts of 3 and 4 days: 3.2, 3.4, 3.6,
   * 3.8; of 11 and 20: 12.8, 14.6, 16.4, 18.2.
   */
  @Test
  @SuppressWarnings("unchecked")
  void returnsChangeTheSpendOnlyAndLaterDaysDoNotCount() {
    Dataset<Row> log =
        TestSpark.session()
            .sql(
                """
                select customer, cast(day as date) day, cast(amount as double) amount, purchase
                from values ('a', '2024-01-01', 10, '1'), ('a', '2024-01-01', 5, '1'),
                  ('a', '2024-01-03', -4, '2'), ('b', '2024-01-02', 20, '3'),
                  ('c', '2024-01-03', -5, '4'), ('d', '2024-01-05', 100, '5')
                  as t(customer, day, amount, purchase)\
                """);
    EvaluationResult judged =
        JudgeRfm.of(log, Optional.of(LocalDate.of(2024, 1, 5)), Optional.empty(), 42);
    assertThat(judged.keys().get("refused"))
        .isEqualTo("Cannot find segments: 2 rows, 50 are needed; take a longer table.");
    Map<String, Object> rfm = (Map<String, Object>) judged.keys().get("rfm");
    assertThat(rfm.get("reference_date")).isEqualTo("2024-01-05");
    Map<String, List<Double>> cuts = (Map<String, List<Double>>) rfm.get("quintile_cuts");
    assertCuts(cuts.get("days_since_last_purchase"), 3.2, 3.4, 3.6, 3.8);
    assertCuts(cuts.get("purchase_count"), 1, 1, 1, 1);
    assertCuts(cuts.get("spend_total"), 12.8, 14.6, 16.4, 18.2);
  }

  private static void assertCuts(List<Double> cuts, double... expected) {
    assertThat(cuts.stream().mapToDouble(Double::doubleValue).toArray())
        .containsExactly(expected, within(1e-9));
  }
}
