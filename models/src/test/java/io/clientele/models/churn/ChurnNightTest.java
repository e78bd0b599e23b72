package io.clientele.models.churn;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.ModelOptions;
import io.clientele.models.ModelSteps;
import io.clientele.models.Night;
import io.clientele.models.Population;
import io.clientele.models.Purchases;
import io.clientele.models.registry.Grade;
import io.clientele.models.registry.Json;
import io.clientele.models.registry.ModelCard;
import io.clientele.models.report.SummariseChurn;
import io.clientele.models.report.SummariseModelHealth;
import io.clientele.models.report.SummariseSegments;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.Warehouse;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole night of the model steps on two thousand made-up customers. */
class ChurnNightTest {
  private static Dataset<Row> facts;
  private static Night night;
  private static Trained.Model model;
  private static ModelCard card;

  @BeforeAll
  static void runOnce() {
    facts = Population.of(2000, 42).localCheckpoint();
    night = new Night(facts, "2024-12-31").features().train();
    assertThat(night.trained.decision())
        .as(night.trained.reason())
        .isEqualTo(Trained.Decision.PROMOTED);
    model = night.trained.model().orElseThrow();
    card = Json.read(model.cardJson(), ModelCard.class);
    night
        .score()
        .run(new SummariseSegments())
        .run(new SummariseChurn())
        .run(new SummariseModelHealth());
  }

  @Test
  void the_card_says_what_the_model_was_made_from() {
    double baseline = card.baseline().ranking().rocAuc();
    assertThat(card.model().rocAuc()).isGreaterThan(baseline).isGreaterThan(0.8);
    assertThat(card.grade()).isEqualTo(Grade.of(card.model().rocAuc(), baseline));
    assertThat(card.window().heldOutCutOff()).isEqualTo("2024-10-02");
    assertThat(card.provenance().partitions()).isEqualTo(4);
    assertThat(card.provenance().seed()).isEqualTo(7);
    assertThat(card.settings()).containsEntry("horizon_days", "90").containsKey("penalty");
    assertThat(card.replaced().predecessor()).isNull();
    assertThat(card.backtest()).hasSize(10);
    assertThat(card.model().calibrationError()).isLessThan(0.06);
    assertThat(model.version()).startsWith("churn-2024-12-31-");
  }

  @Test
  void the_same_night_again_trains_the_same_model() {
    Trained again = new Night(facts, "2024-12-31").features().train().trained;
    assertThat(again.model().orElseThrow().artifactJson()).isEqualTo(model.artifactJson());
  }

  @Test
  void contributions_add_up_to_the_log_odds() {
    ChurnFormula formula = new ChurnFormula(ChurnArtifact.parse(model.artifactJson()));
    Column[] parts = formula.contributions().values().toArray(Column[]::new);
    List<Row> rows =
        night
            .table("ftr_customer_churn")
            .select(array(parts).as("parts"), formula.probability().as("p"))
            .collectAsList();
    for (Row row : rows) {
      double sum = row.<Double>getList(0).stream().mapToDouble(part -> part).sum();
      double p = row.getDouble(1);
      assertThat(formula.usual() + sum).isCloseTo(Math.log(p / (1 - p)), within(1e-9));
    }
  }

  @Test
  void reasons_can_be_recomputed_from_the_features() {
    List<Row> rows =
        night
            .table("scr_customer_churn")
            .join(
                night
                    .table("ftr_customer_churn")
                    .drop("gap_ratio", "usual_gap_days", "volume_trend", "as_of_date"),
                "customer_id")
            .where("reason_1_code = 'gap_ratio'")
            .limit(50)
            .collectAsList();
    assertThat(rows).isNotEmpty();
    for (Row row : rows) {
      int silence = row.getAs("days_since_last_purchase");
      double gap = row.getAs("usual_gap_days");
      assertThat(row.<Double>getAs("reason_1_value")).isEqualTo(silence / gap);
      assertThat(row.<String>getAs("reason_1_text"))
          .isEqualTo(
              String.format(
                  Locale.ROOT,
                  "has not bought for %d %s; usually every %d",
                  silence,
                  silence == 1 ? "day" : "days",
                  Math.round(gap)));
      assertThat(row.<Double>getAs("reason_1_contribution"))
          .isGreaterThanOrEqualTo(
              row.isNullAt(row.fieldIndex("reason_2_contribution"))
                  ? 0
                  : row.<Double>getAs("reason_2_contribution"));
    }
  }

  @Test
  void scores_keep_their_promises() {
    Dataset<Row> scores = night.table("scr_customer_churn");
    assertThat(scores.count()).isEqualTo(night.table("ftr_customer_churn").count());
    assertThat(
            scores
                .where(
                    "not (churn_probability between 0 and 1) or probability_low > churn_probability"
                        + " or probability_high < churn_probability or value_at_risk < 0"
                        + " or not (percentile between 0 and 1)"
                        + " or score_0_100 <> round(churn_probability * 100)")
                .count())
        .isZero();
    assertThat(scores.where("percentile = 1").count()).isPositive();
    // A customer silent for ten usual gaps is likelier to leave than one who bought yesterday.
    assertThat(mean(scores, "gap_ratio > 5")).isGreaterThan(mean(scores, "gap_ratio < 1"));
  }

  private static double mean(Dataset<Row> scores, String condition) {
    return scores.where(condition).selectExpr("avg(churn_probability)").first().getDouble(0);
  }

  @Test
  void the_list_is_ranked_without_gaps_by_value_at_risk_then_customer() {
    List<Row> list = night.table("rpt_churn_call_list").orderBy("list_rank").collectAsList();
    List<Row> expected =
        night
            .table("scr_customer_churn")
            .orderBy(col("value_at_risk").desc(), col("customer_id"))
            .collectAsList();
    assertThat(list).hasSameSizeAs(expected);
    for (int i = 0; i < list.size(); i++) {
      assertThat(list.get(i).<Integer>getAs("list_rank")).isEqualTo(i + 1);
      assertThat(list.get(i).<String>getAs("customer_id"))
          .isEqualTo(expected.get(i).getAs("customer_id"));
    }
  }

  @Test
  void summaries_add_up_to_the_scores() {
    long customers = night.table("scr_customer_churn").count();
    assertThat(sum("rpt_churn_outlook", "customer_count", "true")).isEqualTo(customers);
    assertThat(night.table("rpt_churn_outlook").count()).isEqualTo(10);
    for (String kind : List.of("rfm_segment", "abc_class", "lifecycle_stage", "risk_band")) {
      String condition = "segment_kind = '" + kind + "'";
      assertThat(sum("rpt_segment_profile", "customer_count", condition)).isEqualTo(customers);
    }
    assertThat(sum("rpt_churn_backtest", "customer_count", "true"))
        .isEqualTo(card.window().heldOutRows());
    Row health = night.table("rpt_model_health").where("model_family = 'churn'").first();
    assertThat(health.<String>getAs("status")).isEqualTo("scoring");
    assertThat(health.<Double>getAs("metric_value")).isEqualTo(card.model().rocAuc());
  }

  private static long sum(String table, String column, String condition) {
    return night.table(table).where(condition).selectExpr("sum(" + column + ")").first().getLong(0);
  }

  @Test
  void a_young_champion_goes_on_and_an_old_one_is_challenged_once_a_week() {
    assertThat(next("2025-01-06", "2025-01-05").decision()).isEqualTo(Trained.Decision.KEPT);
    assertThat(next("2025-01-06", "2025-01-05").reason()).isEqualTo("the champion is recent");
    Trained week = next("2025-01-07", "2025-01-06");
    assertThat(week.reason()).startsWith("the champion is 7 days old");
    assertThat(week.model()).isPresent();
    assertThat(next("2025-01-08", "2025-01-07").reason()).isEqualTo("the champion is recent");
  }

  @Test
  void a_run_that_asks_for_it_challenges_the_youngest_champion_and_the_card_says_who_asked() {
    Trained asked = train(new Night(facts, "2025-01-06", "forced by an analyst"), "2025-01-06");
    assertThat(asked.reason()).startsWith("the champion is 6 days old; ");
    ModelCard challenger = Json.read(asked.model().orElseThrow().cardJson(), ModelCard.class);
    assertThat(challenger.asOf()).isEqualTo("2025-01-06");
    assertThat(challenger.provenance().askedBy()).isEqualTo("forced by an analyst");
    assertThat(card.provenance().askedBy()).isNull();
  }

  private static Trained next(String asOf, String before) {
    return train(new Night(facts, asOf), before);
  }

  private static Trained train(Night later, String before) {
    later
        .features()
        .in
        .withPublished("ftr_as_of", Purchases.asOfTable(before, null))
        .withChampion("churn", model);
    return new TrainChurn(ChurnOptions.defaults()).train(later.in);
  }

  @Test
  void customers_unlike_those_of_the_training_are_drift() {
    Trained far = next("2025-01-06", "2025-01-05");
    assertThat(far.model()).isEmpty();
    Night silent = new Night(facts.where("day < date'2024-10-01'"), "2025-01-06").features();
    silent
        .in
        .withPublished("ftr_as_of", Purchases.asOfTable("2025-01-05", null))
        .withChampion("churn", model);
    assertThat(new TrainChurn(ChurnOptions.defaults()).train(silent.in).reason())
        .startsWith("drift of days_since_last_purchase: stability index ");
  }

  @Test
  void all_steps_have_names_of_their_own() {
    assertThat(ModelSteps.of(ModelOptions.defaults(), Warehouse.canonical()))
        .hasSize(15)
        .extracting(step -> step.name())
        .doesNotHaveDuplicates();
  }
}
