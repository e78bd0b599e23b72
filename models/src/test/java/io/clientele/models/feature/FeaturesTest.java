package io.clientele.models.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.Purchases;
import io.clientele.testkit.TestSpark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  /** As of 2024-07-01: days 2024-01-01 (182 ago), 02-10 (142), 03-11 (112), 06-21 (10). */
  private static Purchases history() {
    return new Purchases()
        .bought("a", "2024-01-01", "90")
        .bought("a", "2024-02-10", "60")
        .bought("a", "2024-03-11", "30")
        .returned("a", "2024-03-20", "20")
        .bought("a", "2024-06-21", "15");
  }

  @Test
  void windows_gaps_and_ratios_are_those_computed_by_hand() {
    Row row = churn(history(), "2024-07-01");
    assertThat(row.<Integer>getAs("days_since_last_purchase")).isEqualTo(10);
    assertThat(row.<Integer>getAs("days_since_first_purchase")).isEqualTo(182);
    assertThat(row.<Integer>getAs("purchase_day_count")).isEqualTo(4);
    // Gaps 40, 30, 102: the median is 40.
    assertThat(row.<Double>getAs("usual_gap_days")).isEqualTo(40.0);
    assertThat(row.<Double>getAs("gap_ratio")).isEqualTo(0.25);
    assertThat(row.<Integer>getAs("last_gap_days")).isEqualTo(102);
    assertThat(row.<Integer>getAs("order_count_30_days")).isEqualTo(1);
    assertThat(row.<Integer>getAs("order_count_180_days")).isEqualTo(3);
    assertThat(row.getDecimal(row.fieldIndex("spend_90_days"))).isEqualByComparingTo("15");
    assertThat(row.getDecimal(row.fieldIndex("spend_180_days"))).isEqualByComparingTo("85");
    assertThat(row.getDecimal(row.fieldIndex("spend_total"))).isEqualByComparingTo("175");
    assertThat(row.<Double>getAs("mean_order_spend")).isEqualTo(195 / 4.0);
    assertThat(row.<Double>getAs("mean_line_count")).isEqualTo(2.0);
    assertThat(row.<Double>getAs("return_ratio")).isCloseTo(20 / 195.0, within(1e-12));
    // 15 in the last 90 days; 180 in the 270 before, 60 each 90.
    assertThat(row.<Double>getAs("volume_trend")).isEqualTo(0.25);
  }

  @Test
  void a_day_ninety_days_ago_is_in_and_the_as_of_day_is_out() {
    Purchases purchases =
        new Purchases()
            .bought("a", "2024-04-01", "5") // 91 days before
            .bought("a", "2024-04-02", "7") // 90 days before
            .bought("a", "2024-07-01", "11"); // the as-of day
    Row row = churn(purchases, "2024-07-01");
    assertThat(row.getDecimal(row.fieldIndex("spend_90_days"))).isEqualByComparingTo("7");
    assertThat(row.<Integer>getAs("purchase_day_count")).isEqualTo(2);
  }

  @Test
  void one_purchase_day_has_no_gap_and_returns_alone_make_no_customer() {
    Purchases purchases =
        new Purchases().bought("a", "2024-06-01", "5").returned("b", "2024-06-01", "5");
    Row row = churn(purchases, "2024-07-01");
    assertThat(row.<String>getAs("customer_id")).isEqualTo("Ca");
    assertThat(row.<Double>getAs("usual_gap_days")).isNull();
    assertThat(row.<Double>getAs("gap_ratio")).isNull();
    assertThat(row.<Integer>getAs("last_gap_days")).isNull();
  }

  @Test
  void two_records_of_one_customer_are_read_as_one() {
    Purchases two =
        new Purchases()
            .bought("a", "2024-01-01", "90")
            .bought("b", "2024-02-10", "60")
            .bought("a", "2024-03-11", "30")
            .returned("b", "2024-03-20", "20")
            .bought("b", "2024-06-21", "15");
    Dataset<Row> merged =
        Purchases.bridge(two.facts()).selectExpr("customer_record_id", "'Ca' as customer_id");
    Row row = churn(two, merged, "2024-07-01");
    assertThat(row).isEqualTo(churn(history(), "2024-07-01"));
  }

  @Test
  void what_happens_or_becomes_known_later_changes_no_past_feature() {
    Row before = past(history());
    Purchases more = history();
    // A purchase on and after the cut-off, and an earlier one that arrived two days after it.
    more.bought("a", "2024-05-01", "1000").bought("a", "2024-06-30", "2000");
    more.entry(
        "a", LocalDate.parse("2024-04-20"), 1, "4000", "0", Instant.parse("2024-05-03T00:00:00Z"));
    assertThat(past(more)).isEqualTo(before);
    Row shuffled = past(more);
    assertThat(shuffled.<Integer>getAs("purchase_day_count")).isEqualTo(3);
  }

  @Test
  void the_guard_finds_rows_that_used_what_they_could_not_know() {
    Dataset<Row> rows =
        TestSpark.session()
            .sql(
                """
                select date'2024-05-01' as as_of_date, timestamp'2024-05-02 00:00:00' known_before,
                  * from values
                  (1, date'2024-04-30', timestamp'2024-05-01 00:00:00'),
                  (2, date'2024-05-01', timestamp'2024-05-01 00:00:00'),
                  (3, date'2024-04-30', timestamp'2024-05-02 00:00:00')
                  as t(id, newest_day_used, newest_known_at_used)""");
    assertThat(rows.where(LeakGuard.isLeak()).select("id").collectAsList())
        .map(row -> row.getInt(0))
        .containsExactlyInAnyOrder(2, 3);
  }

  private static Row past(Purchases purchases) {
    Dataset<Row> days = CustomerDays.of(purchases.states(), Purchases.bridge(purchases.facts()));
    List<Row> rows =
        ChurnFeatures.asOf(
                days,
                CustomerDays.pastNights(
                    TestSpark.session(), List.of(LocalDate.parse("2024-05-01")), ZoneOffset.UTC))
            .collectAsList();
    return rows.get(0);
  }

  private static Row churn(Purchases purchases, String asOf) {
    return churn(purchases, Purchases.bridge(purchases.facts()), asOf);
  }

  private static Row churn(Purchases purchases, Dataset<Row> bridge, String asOf) {
    List<Row> rows =
        new BuildFeatures()
            .build(
                Purchases.inputs(asOf)
                    .withPublished("ftr_customer_state", purchases.states())
                    .withCurrent("brg_customer_record", bridge))
            .sets()
            .get("ftr_customer_churn")
            .rows()
            .collectAsList();
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
