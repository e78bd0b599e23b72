package io.clientele.models.crosssell.offer;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.testkit.TestSpark;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RepurchaseRhythmTest {
  /** Ann buys beans every 30 days, rice every 10; bob beans twice only. */
  private static Dataset<Row> lines() {
    return TestSpark.session()
        .sql(
            """
            select customer, item, to_date(day) as day from values
              ('ann', 'beans', '2026-01-01'), ('ann', 'beans', '2026-01-31'),
              ('ann', 'beans', '2026-03-02'), ('ann', 'beans', '2026-03-02'),
              ('ann', 'beans', '2026-04-01'),
              ('ann', 'rice', '2026-01-01'), ('ann', 'rice', '2026-01-11'),
              ('ann', 'rice', '2026-01-21'),
              ('bob', 'beans', '2026-01-01'), ('bob', 'beans', '2026-02-01')
            as t(customer, item, day)\
            """);
  }

  @Test
  void the_next_purchase_is_due_a_usual_gap_after_the_last() {
    assertThat(RepurchaseRhythm.of(lines(), LocalDate.parse("2026-03-20")).collectAsList())
        .extracting(
            row ->
                row.getAs("item") + " " + row.getAs("usual_gap_days") + " " + row.getAs("due_date"))
        .containsExactlyInAnyOrder("beans 30.0 2026-04-01", "rice 10.0 2026-01-31");
  }

  @Test
  void what_was_due_is_compared_with_what_was_not() {
    assertThat(
            RepurchaseRhythm.judge(
                lines(), LocalDate.parse("2026-03-20"), LocalDate.parse("2026-04-20")))
        .isEqualTo(new RepurchaseRhythm.Accuracy(1, 1, 0));
  }
}
