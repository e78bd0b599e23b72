package io.clientele.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.Night;
import io.clientele.models.Population;
import io.clientele.models.Purchases;
import io.clientele.models.registry.Json;
import io.clientele.pipeline.Trained;
import io.clientele.warehouse.feature.FtrAsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ValueNightTest {
  private static final String AS_OF = "2025-03-01";

  private static Night night;
  private static Trained trained;
  private static List<Row> scores;

  @BeforeAll
  static void night() {
    night = new Night(Population.of(400, 3), AS_OF).features();
    trained = new TrainValue(7).train(night.in);
    night.in.withTrained(trained);
    scores = night.run(new ScoreValue()).table("scr_customer_value").collectAsList();
  }

  @Test
  void theBestCandidateIsFittedOnEverybodyAndJudgedOnWhatCame() {
    assertThat(trained.decision()).isEqualTo(Trained.Decision.PROMOTED);
    ValueCard card = Json.read(trained.model().orElseThrow().cardJson(), ValueCard.class);
    assertThat(card.customers()).isEqualTo(scores.size());
    assertThat(card.errors().keySet()).containsExactlyInAnyOrder("bg_nbd", "mbg_nbd", "pareto_nbd");
    assertThat(card.errors().values()).allMatch(error -> error >= card.error());
    assertThat(card.error()).isLessThan(card.baselineError());
    assertThat(LocalDate.parse(card.heldOutFrom())).isEqualTo(LocalDate.parse("2024-03-01"));
    assertThat(card.parameters().values()).allMatch(value -> value > 0);
    assertThat(card.leaks()).isZero();
  }

  @Test
  void everyCustomerHasOneScoreThatFollowsFromItsHistory() {
    PurchaseModel model = ValueArtifact.parse(trained.model().orElseThrow().artifactJson()).model();
    assertThat(scores).hasSize((int) night.table("ftr_customer_churn").count());
    for (Row row : scores) {
      int x = row.getAs("repeat_purchases");
      double last = row.getAs("last_purchase_age_weeks");
      double age = row.getAs("observation_age_weeks");
      assertThat(row.<Double>getAs("expected_purchases"))
          .isCloseTo(model.expectedPurchases(x, last, age, 365 / 7.0), within(1e-9));
      assertThat(row.<Double>getAs("p_alive")).isBetween(0.0, 1.0);
      assertThat(row.<BigDecimal>getAs("lifetime_value").doubleValue())
          .isCloseTo(
              row.<Double>getAs("expected_purchases")
                  * row.<BigDecimal>getAs("expected_mean_spend").doubleValue(),
              within(1e-3));
      assertThat(row.<Boolean>getAs("has_enough_history")).isEqualTo(x > 0);
      boolean isLikelyToBuy = row.<Double>getAs("p_no_purchase_in_horizon") < .5;
      assertThat(row.isNullAt(row.fieldIndex("next_order_date"))).isEqualTo(!isLikelyToBuy);
    }
  }

  @Test
  void tenthsAreOfEqualSizeWithTheMostValuableFirst() {
    for (int decile = 1; decile <= 10; decile++) {
      int of = decile;
      assertThat(scores.stream().filter(row -> row.<Integer>getAs("value_decile") == of).count())
          .isBetween(scores.size() / 10 - 2L, scores.size() / 10 + 2L);
    }
    assertThat(meanValue(1)).isGreaterThan(meanValue(5));
    assertThat(meanValue(5)).isGreaterThan(meanValue(10));
  }

  @Test
  void whatACustomerSpendsHasAnIntervalThatFollowsFromTheModel() {
    ValueArtifact artifact = ValueArtifact.parse(trained.model().orElseThrow().artifactJson());
    for (Row row : scores) {
      double value =
          row.<Double>getAs("expected_purchases")
              * row.<BigDecimal>getAs("expected_mean_spend").doubleValue();
      BigDecimal low = row.getAs("lifetime_value_low");
      BigDecimal high = row.getAs("lifetime_value_high");
      assertThat(low).isLessThanOrEqualTo(high);
      assertThat(high.doubleValue()).isCloseTo(artifact.high(value), within(1e-3));
    }
  }

  private static double meanValue(int decile) {
    return scores.stream()
        .filter(row -> row.<Integer>getAs("value_decile") == decile)
        .mapToDouble(row -> row.<BigDecimal>getAs("lifetime_value").doubleValue())
        .average()
        .orElseThrow();
  }

  @Test
  void aRecentChampionGoesOnAndAnOldOneIsRefitted() {
    night.in.withPublished(FtrAsOf.TABLE.name(), Purchases.asOfTable(AS_OF, null));
    assertThat(new TrainValue(7).train(night.in).decision()).isEqualTo(Trained.Decision.KEPT);
  }

  @Test
  void aRunThatAsksForItRefitsTheYoungestChampionAndTheCardSaysWhoAsked() {
    Night asking = new Night(Population.of(400, 3), AS_OF, "forced by an analyst").features();
    asking
        .in
        .withPublished(FtrAsOf.TABLE.name(), Purchases.asOfTable(AS_OF, null))
        .withChampion(TrainValue.FAMILY, trained.model().orElseThrow());
    Trained again = new TrainValue(7).train(asking.in);
    assertThat(again.decision()).isEqualTo(Trained.Decision.PROMOTED);
    ValueCard card = Json.read(again.model().orElseThrow().cardJson(), ValueCard.class);
    assertThat(card.provenance().askedBy()).isEqualTo("forced by an analyst");
    assertThat(card.replaced()).isEqualTo(trained.model().orElseThrow().version());
  }

  @Test
  void fewCustomersAreRefusedWithTheNumbersAndNobodyIsScored() {
    Night small = new Night(Population.of(40, 3), AS_OF).features();
    Trained refused = new TrainValue(7).train(small.in);
    small.in.withTrained(refused);
    assertThat(refused.decision()).isEqualTo(Trained.Decision.REFUSED);
    // Of 40 drawn customers some would have started only after they left.
    long customers = small.table("ftr_customer_churn").count();
    assertThat(customers).isBetween(20L, 40L);
    assertThat(refused.reason()).contains(customers + " customers").contains("it needs 300");
    assertThat(new ScoreValue().build(small.in).sets()).isEmpty();
  }
}
