package io.clientele.models.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.clientele.testkit.TestSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class FitTest {
  /** Rows whose log-odds are 0.5 + 1.0 silence - 0.8 purchase days; the third term is noise. */
  private static Dataset<Row> rows(int n, List<double[]> out, double[] labels) {
    Random random = new Random(3);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      double[] x = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
      double p = 1 / (1 + Math.exp(-(0.5 + x[0] - 0.8 * x[1])));
      labels[i] = random.nextDouble() < p ? 1 : 0;
      out.add(x);
      rows.add(RowFactory.create("c" + i, "d", labels[i], x[0], x[1], x[2]));
    }
    return TestSpark.session()
        .createDataFrame(
            rows,
            StructType.fromDDL(
                "customer_id string, as_of_date string, label double, x_silence double,"
                    + " x_purchase_days double, x_returns double"));
  }

  @Test
  void the_cluster_and_the_driver_find_the_same_weights() {
    int n = 4000;
    List<double[]> values = new ArrayList<>();
    double[] labels = new double[n];
    Dataset<Row> rows = rows(n, values, labels);
    List<TrainingSummary.Input> inputs =
        List.of(
            new TrainingSummary.Input(ChurnTerm.SILENCE, 0, 1),
            new TrainingSummary.Input(ChurnTerm.PURCHASE_DAYS, 0, 1),
            new TrainingSummary.Input(ChurnTerm.RETURNS, 0, 1));
    ChurnArtifact cluster = ChurnFit.onCluster(rows, inputs, 0.0, 4, 90);
    double[][] columns = new double[3][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < 3; j++) {
        columns[j][i] = values.get(i)[j];
      }
    }
    BoxedLogistic.Fit driver =
        BoxedLogistic.fit(
            columns,
            labels,
            0,
            PenaltyChoice.bounds(inputs, true),
            PenaltyChoice.bounds(inputs, false));
    assertThat(driver.intercept()).isCloseTo(0.5, within(0.1));
    assertThat(driver.weights()[0]).isCloseTo(1.0, within(0.1));
    assertThat(driver.weights()[1]).isCloseTo(-0.8, within(0.1));
    for (int j = 0; j < 3; j++) {
      assertThat(cluster.coefficients().get(j).weight())
          .isCloseTo(driver.weights()[j], within(0.001));
    }
    assertThat(cluster.intercept()).isCloseTo(driver.intercept(), within(0.001));
  }

  @Test
  void a_weight_may_not_cross_its_bound() {
    double[] labels = new double[500];
    double[][] column = new double[1][500];
    for (int i = 0; i < 500; i++) {
      column[0][i] = i % 10;
      labels[i] = i % 10 > 4 == (i % 7 > 0) ? 1 : 0;
    }
    BoxedLogistic.Fit fit =
        BoxedLogistic.fit(
            column, labels, 0, new double[] {Double.NEGATIVE_INFINITY}, new double[] {0});
    double share = java.util.Arrays.stream(labels).average().orElseThrow();
    assertThat(fit.weights()[0]).isZero();
    assertThat(fit.intercept()).isCloseTo(Math.log(share / (1 - share)), within(1e-6));
  }

  @Test
  void calibration_finds_the_curve_that_distorted_the_odds() {
    Random random = new Random(5);
    double[] logOdds = new double[20000];
    double[] labels = new double[logOdds.length];
    for (int i = 0; i < logOdds.length; i++) {
      logOdds[i] = 2 * random.nextGaussian();
      labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-(0.6 * logOdds[i] - 0.4))) ? 1 : 0;
    }
    PlattCalibration platt = PlattCalibration.fit(logOdds, labels);
    double slopeError = Math.sqrt(platt.slopeVariance());
    assertThat(platt.slope()).isCloseTo(0.6, within(3 * slopeError));
    assertThat(platt.offset()).isCloseTo(-0.4, within(3 * Math.sqrt(platt.offsetVariance())));
    assertThat(slopeError).isBetween(0.005, 0.02);
  }

  @Test
  void impossible_settings_are_refused_with_their_value() {
    assertThatThrownBy(() -> ChurnOptions.ofHorizon(3))
        .hasMessage(
            "Cannot train churn with horizon_days 3: it must lie between 7 and 730; correct"
                + " models.churn in clientele.yaml.");
  }

  @Test
  void defaults_are_those_of_the_guide() {
    ChurnOptions defaults = ChurnOptions.defaults();
    assertThat(defaults.horizonDays()).isEqualTo(90);
    assertThat(defaults.trainingCutOffs()).isEqualTo(4);
    assertThat(defaults.minCustomers()).isEqualTo(500);
    assertThat(defaults.retrainAfterDays()).isEqualTo(7);
    assertThat(defaults.maxDrift()).isEqualTo(0.25);
    assertThat(defaults.sampleRows()).isEqualTo(50_000);
  }
}
