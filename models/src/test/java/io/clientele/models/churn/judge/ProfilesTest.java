package io.clientele.models.churn.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.clientele.models.evaluation.PairedBootstrap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfilesTest {
  private static final int ROWS = 4000;

  /**
   * Six of ten leave who are young and on plan b, one of ten of the others; or one of ten of all.
   */
  private static Frame customers(boolean isPlanted) {
    Random random = new Random(4);
    double[] age = new double[ROWS];
    double[] plan = new double[ROWS];
    double[] noise = new double[ROWS];
    double[] labels = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      age[i] = 18 + random.nextInt(60);
      plan[i] = random.nextInt(3);
      noise[i] = random.nextGaussian();
      boolean isRisky = isPlanted && age[i] < 33 && plan[i] == 1;
      labels[i] = random.nextDouble() < (isRisky ? .6 : .1) ? 1 : 0;
    }
    return Frame.ofCustomers(
        List.of(
            InputColumn.ofNumbers("age", age),
            new InputColumn("plan", InputColumn.Kind.CATEGORY, plan, List.of("a", "b", "c")),
            InputColumn.ofNumbers("noise", noise)),
        labels);
  }

  private static List<Map<String, Object>> found(Frame frame) {
    return Profiles.of(
        frame, IntStream.range(0, ROWS / 2).toArray(), IntStream.range(ROWS / 2, ROWS).toArray());
  }

  @Test
  void the_planted_rule_is_found_first_and_confirmed() {
    Map<String, Object> best = found(customers(true)).get(0);
    assertThat(best.get("rule").toString()).contains("age < 3").contains("plan = b");
    assertThat((double) best.get("rate")).isCloseTo(.6, within(.1));
    assertThat((double) best.get("confirmed_rate")).isCloseTo(.6, within(.1));
    assertThat((double) best.get("p_value")).isLessThan(1e-10);
  }

  @Test
  void nothing_is_told_where_nothing_is() {
    assertThat(found(customers(false))).isEmpty();
  }

  @Test
  void training_dates_close_before_the_test_and_begin_after_the_first_month() {
    LocalDate test = LocalDate.of(2011, 7, 12);
    LogDates dates = new LogDates(LocalDate.of(2010, 12, 1), 90, List.of(test), 4, 30);
    assertThat(dates.training(test))
        .containsExactly(
            LocalDate.of(2011, 4, 13),
            LocalDate.of(2011, 3, 14),
            LocalDate.of(2011, 2, 12),
            LocalDate.of(2011, 1, 13));
    assertThat(dates.all()).hasSize(5).endsWith(test);
  }

  @Test
  void the_bootstrap_tells_a_better_scorer_from_the_same_one() {
    Random random = new Random(1);
    int rows = 600;
    double[] labels = new double[rows];
    double[] good = new double[rows];
    double[] bad = new double[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = random.nextInt(2);
      good[i] = labels[i] + random.nextGaussian();
      bad[i] = random.nextGaussian();
    }
    int[] customers = IntStream.range(0, rows).map(i -> i / 2).toArray();
    PairedBootstrap better = PairedBootstrap.of(good, bad, labels, customers, 1);
    assertThat(better.difference()).isBetween(better.low(), better.high());
    assertThat(better.low()).isGreaterThan(.15);
    assertThat(better.pValue()).isLessThan(.01);
    PairedBootstrap same = PairedBootstrap.of(good, good, labels, customers, 1);
    assertThat(same.difference()).isZero();
    assertThat(same.pValue()).isEqualTo(1);
  }
}
