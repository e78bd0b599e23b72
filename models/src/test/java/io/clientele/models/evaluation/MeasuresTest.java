package io.clientele.models.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuresTest {
  /** The example of scikit-learn's documentation: scores .1 .4 .35 .8, outcomes 0 0 1 1. */
  private static final List<Tally> DOCUMENTED =
      List.of(new Tally(.1, 1, 0), new Tally(.4, 1, 0), new Tally(.35, 1, 1), new Tally(.8, 1, 1));

  @Test
  void roc_auc_is_the_documented_three_quarters() {
    assertThat(RocAuc.of(DOCUMENTED)).isEqualTo(0.75);
  }

  @Test
  void pr_auc_is_the_documented_083() {
    // Steps: .8 (precision 1, recall + 1/2), .35 (precision 2/3, recall + 1/2).
    assertThat(PrAuc.of(DOCUMENTED)).isCloseTo(0.5 * 1 + 0.5 * 2 / 3, within(1e-12));
  }

  @Test
  void equal_scores_count_half() {
    assertThat(RocAuc.of(List.of(new Tally(.5, 10, 3)))).isEqualTo(0.5);
    // Pairs: 2 positives x 3 negatives = 6; above: 1 x 3 = 3; tied: 1 x 1 -> .5; below: 1 x 2
    // above.
    assertThat(RocAuc.of(List.of(new Tally(.9, 1, 1), new Tally(.5, 2, 1), new Tally(.1, 2, 0))))
        .isCloseTo((3 + 0.5 + 2) / 6.0, within(1e-12));
  }

  @Test
  void brier_is_the_documented_0_0375() {
    // scikit-learn: outcomes 0 1 1 0, probabilities .1 .9 .8 .3 -> .0375
    List<Tally> tallies =
        List.of(new Tally(.1, 1, 0), new Tally(.9, 1, 1), new Tally(.8, 1, 1), new Tally(.3, 1, 0));
    assertThat(Brier.of(tallies)).isCloseTo(0.0375, within(1e-12));
  }

  @Test
  void lift_of_the_first_tenth_is_its_share_over_that_of_all() {
    // 100 customers, 20 leave; 8 of the first ten do: .8 / .2 = 4.
    LiftCurve curve = LiftCurve.of(List.of(new Tally(.9, 10, 8), new Tally(.1, 90, 12)));
    assertThat(curve.topDecileLift()).isCloseTo(4, within(1e-12));
    assertThat(curve.tenths()).hasSize(10).allMatch(tenth -> tenth.customers() == 10);
    assertThat(curve.tenths().get(0).meanPredicted()).isCloseTo(.9, within(1e-12));
  }

  @Test
  void a_group_across_the_border_counts_in_proportion() {
    // The first ten are 5 leavers of the first group and 5 of 95 customers with 19 leavers: 5 + 1.
    LiftCurve curve = LiftCurve.of(List.of(new Tally(.9, 5, 5), new Tally(.1, 95, 19)));
    assertThat(curve.tenths().get(0).realisedShare()).isCloseTo(.6, within(1e-12));
  }

  @Test
  void calibration_error_is_the_mean_distance_of_predicted_and_realised() {
    // Half is predicted .2 and .1 leave, half is predicted .6 and .8 leave: (.1 + .2) / 2.
    List<Tally> tallies = List.of(new Tally(.2, 50, 5), new Tally(.6, 50, 40));
    assertThat(Calibration.expectedError(tallies)).isCloseTo(.15, within(1e-12));
  }

  @Test
  void stability_index_is_the_sum_over_parts() {
    // (.3 - .5) ln(.3 / .5) + (.7 - .5) ln(.7 / .5) = .16946
    assertThat(Drift.stabilityIndex(new double[] {.5, .5}, new double[] {.3, .7}))
        .isCloseTo(.16946, within(1e-5));
  }

  @Test
  void ten_parts_hold_a_tenth_each() {
    double[] values = new double[1000];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    double[] edges = Drift.edges(values);
    assertThat(edges).hasSize(9);
    for (double share : Drift.shares(values, edges)) {
      assertThat(share).isCloseTo(.1, within(1e-9));
    }
  }

  @Test
  void no_training_outcome_reaches_into_the_held_out_window() {
    TimeSplit split = TimeSplit.at(LocalDate.parse("2011-12-09"), 90, 4, 30);
    assertThat(split.heldOut()).isEqualTo("2011-09-10");
    assertThat(split.training())
        .map(LocalDate::toString)
        .containsExactly("2011-06-12", "2011-05-13", "2011-04-13", "2011-03-14");
    List<LocalDate> tooLate = new ArrayList<>(List.of(LocalDate.parse("2011-06-13")));
    assertThatThrownBy(() -> new TimeSplit(split.heldOut(), tooLate, 90))
        .hasMessageContaining("reaches beyond 2011-09-10");
  }

  @Test
  void perfect_knowledge_of_telco_is_worth_14_86_a_customer() {
    // 1,869 of 7,043 leave; all of them and nobody else are called whenever that pays, which it
    // does
    // unless fewer than .0053 accept: 200 x (.3 x (1 - .05) - .005) x 1869 / 7043 = 14.861.
    List<Tally> perfect = List.of(new Tally(1, 1869, 1869), new Tally(0, 5174, 0));
    assertThat(ExpectedMaximumProfit.USUAL.of(perfect))
        .isCloseTo(200 * (.3 * .95 - .005) * 1869 / 7043, within(1e-6));
  }

  @Test
  void without_knowledge_all_are_called_or_nobody() {
    // One threshold: profit max(0, 200 x ((.95 gamma - .005) share - .055 (1 - share))), gamma ~
    // Beta(6, 14); the published figure for Telco is 6.91.
    List<Tally> blind = List.of(new Tally(.3, 7043, 1869));
    double share = 1869.0 / 7043;
    double sum = 0;
    double weight = 0;
    for (double gamma = 0.00005; gamma < 1; gamma += 0.0001) {
      double density = Math.pow(gamma, 5) * Math.pow(1 - gamma, 13);
      weight += density;
      sum += density * Math.max(0, 200 * ((.95 * gamma - .005) * share - .055 * (1 - share)));
    }
    assertThat(ExpectedMaximumProfit.USUAL.of(blind))
        .isCloseTo(sum / weight, within(1e-4))
        .isCloseTo(6.91, within(0.005));
  }

  @Test
  void the_interval_of_the_area_follows_from_the_placements() {
    // Placements of .35 and .8 among negatives: .5 and 1, mean .75, variance .125; of .1 and .4
    // among
    // positives: 1 and .5, variance .125; standard error sqrt(.125 / 2 + .125 / 2) = .3536.
    RocInterval interval = RocInterval.of(DOCUMENTED);
    assertThat(interval.low()).isCloseTo(.75 - 1.959964 * Math.sqrt(.125), within(1e-6));
    assertThat(interval.high()).isEqualTo(1);
  }

  @Test
  void log_loss_and_accuracy_of_three_customers() {
    List<Tally> tallies = List.of(new Tally(.8, 1, 1), new Tally(.5, 1, 0), new Tally(.25, 1, 0));
    assertThat(LogLoss.of(tallies))
        .isCloseTo(-(Math.log(.8) + Math.log(.5) + Math.log(.75)) / 3, within(1e-12));
    assertThat(Accuracy.of(tallies)).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(Tallies.of(new double[] {.5, .8, .5}, new double[] {1, 1, 0}))
        .containsExactly(new Tally(.8, 1, 1), new Tally(.5, 2, 1));
  }
}
