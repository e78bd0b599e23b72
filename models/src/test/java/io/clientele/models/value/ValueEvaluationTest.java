package io.clientele.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.evaluation.EvaluationResult;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValueEvaluationTest {
  private static final int START = (int) LocalDate.of(2024, 1, 1).toEpochDay();
  private static final LocalDate END = LocalDate.of(2024, 9, 30);

  private static EvaluationResult judged(PurchaseLog log) {
    return ValueEvaluation.of(
        log, new ValueEvaluation.Question(TimeUnit.WEEK, END, Optional.empty(), 1, true));
  }

  @SuppressWarnings("unchecked")
  private static <T> T at(Map<String, Object> keys, String... path) {
    Object found = keys;
    for (String name : path) {
      found = ((Map<String, Object>) found).get(name);
    }
    return (T) found;
  }

  private static PurchaseLog log(int customers, java.util.function.IntFunction<int[]> days) {
    List<PurchaseLog.Purchase> purchases = new ArrayList<>();
    for (int c = 0; c < customers; c++) {
      for (int day : days.apply(c)) {
        purchases.add(new PurchaseLog.Purchase("c" + c, START + day, 10 + c % 7));
      }
    }
    return PurchaseLog.of(purchases);
  }

  @Test
  void onCdnowTheHoldoutHasThePublishedAccuracy() throws IOException {
    EvaluationResult result =
        ValueEvaluation.of(
            Cdnow.log(),
            new ValueEvaluation.Question(
                TimeUnit.WEEK, Cdnow.CALIBRATED_TO, Optional.of(Cdnow.HELD_OUT_TO), 1, true));
    Map<String, Object> keys = result.keys();
    assertThat(keys).containsEntry("customers", 2357).containsEntry("repeat_purchases", 2457L);
    assertThat(ValueEvaluationTest.<Long>at(keys, "holdout", "purchases_actual")).isEqualTo(1882);
    assertMeasures(at(keys, "holdout", "purchases", "bg_nbd"), 1653.4, .7855, 1.608, .6256);
    assertMeasures(at(keys, "holdout", "purchases", "pareto_nbd"), 1665.5, .7545, 1.603, .6302);
    assertMeasures(at(keys, "holdout", "purchases", "rate_rule"), 2930.1, 1.0237, 2.212, .5839);
    // Chosen inside the calibration window, before the holdout was looked at.
    assertThat(keys).containsEntry("champion", "pareto_nbd");
    Map<String, Object> spend = at(keys, "holdout", "spend", "champion");
    assertThat((double) spend.get("mae")).isCloseTo(29.45, within(.005));
    assertThat((double) spend.get("normalised_gini")).isCloseTo(.659, within(.0005));
    assertThat((double) spend.get("top_decile_capture")).isCloseTo(.503, within(.0005));
    assertThat((double) spend.get("spearman")).isCloseTo(.445, within(.0005));
  }

  private static void assertMeasures(
      Map<String, Object> found, double sum, double mae, double rmse, double correlation) {
    assertThat((double) found.get("predicted")).isCloseTo(sum, within(.05));
    assertThat((double) found.get("mae")).isCloseTo(mae, within(.00005));
    assertThat((double) found.get("rmse")).isCloseTo(rmse, within(.0005));
    assertThat((double) found.get("correlation")).isCloseTo(correlation, within(.00005));
  }

  @Test
  void oneTimeBuyersAndFewCustomersAreRefused() {
    assertThat(judged(log(200, c -> new int[] {c})).keys().get("refused").toString())
        .contains("no customer bought twice");
    assertThat(judged(log(20, c -> new int[] {c, 100})).keys().get("refused").toString())
        .contains("20 customers bought");
  }

  @Test
  void customersWhoNeverLeaveArePredictedWithoutDropOut() {
    Random random = new Random(1);
    PurchaseLog regulars =
        log(
            300,
            c -> {
              int gap = 5 + random.nextInt(40);
              return random.ints(0, 400).limit(Math.max(2, 400 / gap)).toArray();
            });
    EvaluationResult result = judged(regulars);
    assertThat(ValueEvaluationTest.<Boolean>at(result.keys(), "models", "bg_nbd", "degenerate"))
        .isTrue();
    assertThat(result.warnings()).anyMatch(line -> line.startsWith("bg_nbd: the data show no"));
    double predicted = at(result.keys(), "holdout", "purchases", "bg_nbd", "predicted");
    long actual = at(result.keys(), "holdout", "purchases_actual");
    assertThat(predicted / actual).isBetween(.9, 1.1);
  }

  @Test
  void aSummaryHasNoHoldoutAndSaysSo() throws IOException {
    CustomerSummaries known = Cdnow.log().at(Cdnow.CALIBRATED_TO, 7, 1);
    EvaluationResult result =
        ValueEvaluation.of(
            CustomerSummaries.of(
                known.repeats(), known.lastAges(), known.ages(), known.repeatMeans()),
            TimeUnit.WEEK);
    assertThat(result.keys()).containsEntry("holdout", null).containsEntry("champion", "mbg_nbd");
    assertThat(ValueEvaluationTest.<Long>at(result.keys(), "models", "gamma_gamma", "customers"))
        .isEqualTo(946);
    assertThat(result.warnings()).anyMatch(line -> line.startsWith("holdout is null"));
  }

  @Test
  void sameDayPurchasesAreOneAndLaterOnesAreNotSeen() {
    PurchaseLog log =
        PurchaseLog.of(
            List.of(
                new PurchaseLog.Purchase("a", START, 5),
                new PurchaseLog.Purchase("a", START + 14, 3),
                new PurchaseLog.Purchase("a", START + 14, 4),
                new PurchaseLog.Purchase("a", START + 30, 9),
                new PurchaseLog.Purchase("b", START + 29, 9)));
    CustomerSummaries seen = log.at(LocalDate.ofEpochDay(START + 28), 7, 1);
    assertThat(seen.customers()).containsExactly("a");
    assertThat(seen.repeats()).containsExactly(1);
    assertThat(seen.lastAges()).containsExactly(2);
    assertThat(seen.ages()).containsExactly(4);
    assertThat(seen.repeatMeans()).containsExactly(7);
    assertThat(seen.spends()).containsExactly(12);
    PurchaseLog.Outcome later =
        log.outcome(seen, LocalDate.ofEpochDay(START + 28), LocalDate.ofEpochDay(START + 100));
    assertThat(later.purchases()).containsExactly(1);
    assertThat(later.spend()).containsExactly(9);
  }

  /** Amounts e^(1 + 0.8 z) with a tenth of noise: order and level come back. */
  @Test
  void theRegressionFindsWhatMadeTheAmounts() {
    Random random = new Random(4);
    double[][] rows = new double[500][1];
    double[] amounts = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = random.nextGaussian();
      amounts[i] = Math.exp(1 + .8 * rows[i][0]) * (.9 + .2 * random.nextDouble());
    }
    TweedieRegression regression = TweedieRegression.fit(rows, amounts);
    double atZero = regression.predicted(new double[] {0});
    double atOne = regression.predicted(new double[] {1});
    // The penalty draws the slope towards 0.
    assertThat(atZero).isCloseTo(Math.E, within(.3));
    assertThat(Math.log(atOne / atZero)).isBetween(.65, .81);
  }

  /** Every customer buys twice as often in the last quarter, in both years. */
  @Test
  void aSeasonThatWasSeenOnceIsKnown() {
    Random random = new Random(9);
    PurchaseLog log =
        log(
            500,
            c -> {
              double gap = 20 + random.nextInt(60);
              return random
                  .ints(0, 731)
                  .filter(day -> day % 366 >= 274 || random.nextBoolean())
                  .limit((int) Math.max(3, 731 / gap))
                  .sorted()
                  .toArray();
            });
    LocalDate end = LocalDate.of(2025, 9, 30);
    EvaluationResult result =
        ValueEvaluation.of(
            log, new ValueEvaluation.Question(TimeUnit.WEEK, end, Optional.empty(), 1, true));
    double factor = at(result.keys(), "season_factor");
    assertThat(factor).isBetween(1.4, 2.0);
    double ratio = at(result.keys(), "holdout", "spend", "probability_model", "sum_ratio");
    assertThat(ratio).isBetween(.8, 1.2);
    assertThat(Math.abs(ratio - 1)).isLessThan(Math.abs(ratio / factor - 1));
    assertThat(result.warnings()).noneMatch(line -> line.startsWith("season"));
  }
}
