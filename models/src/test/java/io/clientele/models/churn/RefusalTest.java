package io.clientele.models.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.clientele.models.Night;
import io.clientele.models.Population;
import io.clientele.models.Purchases;
import io.clientele.models.report.SummariseModelHealth;
import io.clientele.pipeline.Trained;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RefusalTest {
  private static final LocalDate START = LocalDate.parse("2024-01-01");

  @Test
  void two_hundred_customers_are_too_few_and_the_night_goes_on() {
    Night night = new Night(Population.of(200, 1), "2024-12-31").features().train();
    refused(night, "at least 500 needed");
    night.score().run(new SummariseModelHealth());
    assertThat(night.table("scr_customer_churn").count()).isZero();
    assertThat(night.table("scr_customer_segment").count()).isPositive();
    Row health = night.table("rpt_model_health").where("model_family = 'churn'").first();
    assertThat(health.<String>getAs("status")).isEqualTo("withheld");
    assertThat(health.<String>getAs("status_reason")).contains("at least 500 needed");
  }

  @Test
  void a_history_shorter_than_two_horizons_is_refused() {
    refused(night(everybodyBuysEvery(7, 20)), "at least two horizons (181 days) needed");
  }

  @Test
  void without_leavers_there_is_one_class_only() {
    refused(night(everybodyBuysEvery(7, 60)), "0 leavers among 2400 rows of the training window");
  }

  @Test
  void customers_who_all_bought_once_are_refused() {
    Purchases once = new Purchases();
    for (int i = 0; i < 600; i++) {
      once.entry("r" + i, START.plusDays(i % 400), 1, "10", "0", null);
    }
    refused(night(once.facts()), "0 of 600 customers bought on more than one day");
  }

  @Test
  void inputs_without_any_difference_are_refused() {
    TrainingSummary summary =
        new TrainingSummary(
            1000,
            400,
            1000,
            400,
            0,
            java.util.List.of(new TrainingSummary.Input(ChurnTerm.SILENCE, 3, 0)));
    assertThat(Readiness.refusal(summary, ChurnOptions.defaults()).orElseThrow())
        .contains("every input is the same for all customers");
  }

  @Test
  void a_leak_is_refused_whatever_the_figures() {
    TrainingSummary summary = new TrainingSummary(1000, 400, 1000, 400, 1, java.util.List.of());
    assertThat(Readiness.refusal(summary, ChurnOptions.defaults()).orElseThrow())
        .contains("1 training rows used something known only later");
  }

  @Test
  void a_night_without_sales_is_refused() {
    Night night = new Night(new Purchases().facts(), "2024-12-31").features().train();
    refused(night, "0 customers with a purchase");
  }

  private static Dataset<Row> everybodyBuysEvery(int days, int times) {
    Purchases purchases = new Purchases();
    for (int i = 0; i < 600; i++) {
      for (int k = 0; k < times; k++) {
        purchases.entry(
            "r" + i, START.plusDays(i % 5 + (long) k * days), 1, "" + (10 + i % 9), "0", null);
      }
    }
    return purchases.facts();
  }

  private static Night night(Dataset<Row> facts) {
    LocalDate newest =
        ((java.sql.Date) facts.agg(org.apache.spark.sql.functions.max("day")).first().get(0))
            .toLocalDate();
    return new Night(facts, newest.plusDays(1).toString()).features().train();
  }

  private static void refused(Night night, String reason) {
    assertThat(night.trained.decision()).isEqualTo(Trained.Decision.REFUSED);
    assertThat(night.trained.reason()).startsWith("Cannot train churn: ").contains(reason);
  }
}
