package io.clientele.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Published figures of the CDNOW sample; sources in the public data's README. */
class CdnowTest {
  private static final Offset<Double> THREE = within(0.0005);
  private static final Offset<Double> TWO = within(0.005);

  private static CustomerSummaries customers;
  private static ModelFit bgNbd;
  private static ModelFit pareto;
  private static SpendFit spend;

  @BeforeAll
  static void fit() throws IOException {
    customers = Cdnow.log().at(Cdnow.CALIBRATED_TO, 7, 1);
    bgNbd = ModelFit.betaGeometric(customers.histories(), false);
    pareto = ModelFit.paretoNbd(customers.histories());
    spend = SpendFit.of(customers.repeatSpends());
  }

  private static void assertFit(ModelFit fit, double logLikelihood, double... parameters) {
    List<Double> found = List.copyOf(fit.parameters().values());
    IntStream.range(0, parameters.length)
        .forEach(i -> assertThat(found.get(i)).as(fit.name()).isCloseTo(parameters[i], THREE));
    assertThat(fit.logLikelihood()).isCloseTo(logLikelihood, TWO);
    assertThat(fit.isConverged()).isTrue();
    assertThat(fit.isDegenerate()).isFalse();
  }

  @Test
  void theHistoriesAreTheShippedSummary() {
    Histories histories = customers.histories();
    assertThat(customers.size()).isEqualTo(2357);
    assertThat(histories.repeatPurchases()).isEqualTo(2457);
    assertThat(sum(customers.lastAges())).isCloseTo(16_135.57, TWO);
    assertThat(sum(customers.ages())).isCloseTo(77_111.29, TWO);
  }

  private static double sum(double[] values) {
    return java.util.Arrays.stream(values).sum();
  }

  @Test
  void bgNbdHasThePublishedParameters() {
    assertFit(bgNbd, -9582.429, .243, 4.414, .793, 2.426);
    assertThat(List.copyOf(bgNbd.parameters().values()))
        .usingComparatorForType((a, b) -> Math.abs(a - b) < 5e-5 ? 0 : 1, Double.class)
        .containsExactly(.2425945, 4.4136019, .7929199, 2.4258881);
  }

  @Test
  void paretoNbdHasThePublishedParametersAndErrors() {
    assertFit(pareto, -9594.976, .553, 10.578, .606, 11.669);
    List<Double> errors = List.copyOf(pareto.standardErrors().values());
    assertThat(errors.get(0)).isCloseTo(.0476, within(.00005));
    assertThat(errors.get(1)).isCloseTo(.843, THREE);
    assertThat(errors.get(2)).isCloseTo(.187, THREE);
    assertThat(errors.get(3)).isCloseTo(6.21, TWO);
  }

  @Test
  void mbgNbdHasThePublishedParameters() {
    assertFit(
        ModelFit.betaGeometric(customers.histories(), true), -9582.14, .525, 6.183, .891, 1.614);
  }

  @Test
  void gammaGammaHasThePublishedParametersAndMeans() {
    assertThat(List.copyOf(spend.parameters().values()))
        .usingComparatorForType((a, b) -> Math.abs(a - b) < .005 ? 0 : 1, Double.class)
        .containsExactly(6.25, 3.74, 15.44);
    assertThat(spend.logLikelihood()).isCloseTo(-4055.92, TWO);
    assertThat(spend.customers()).isEqualTo(946);
    assertThat(spend.correlation()).isCloseTo(.113884, within(.000005));
    double[] published = {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
    for (int i = 0; i < published.length; i++) {
      assertThat(
              spend.model().expectedMeanSpend(customers.repeats()[i], customers.repeatMeans()[i]))
          .as("customer " + (i + 1))
          .isCloseTo(published[i], within(.0055));
    }
  }

  /** At 78 weeks Hardie's spreadsheet ends its series early: SciPy's hyp2f1 gives 1.85796. */
  @Test
  void singlePredictionsOfBgNbdAreThePublishedOnes() {
    PurchaseModel model = bgNbd.model();
    assertThat(model.expectedPurchases(2, 30.43, 38.86, 39)).isCloseTo(1.226, THREE);
    double[] times = {0.1429, 1, 3, 31.8571, 32};
    double[] published = {.0078, .0532, .1506, 1.0405, 1.0437};
    for (int i = 0; i < times.length; i++) {
      assertThat(model.expectedOfNew(times[i])).isCloseTo(published[i], within(.00005));
    }
    assertThat(model.expectedOfNew(78))
        .isCloseTo(1.8576, THREE)
        .isCloseTo(1.85796, within(.000005));
  }

  /** The manual of BTYD computes with two digits: .55, 10.56, .61, 11.64. */
  @Test
  void singlePredictionsOfParetoNbdAreThePublishedOnes() {
    PurchaseModel model = new ParetoNbd(.55, 10.56, .61, 11.64);
    assertThat(pareto.model().expectedPurchases(26, 30.86, 31, 52)).isCloseTo(25.46, TWO);
    double[] published = {.05078, .09916, .14543, .18979, .23247, .27361, .31335, .35181, .38909};
    for (int week = 1; week <= published.length; week++) {
      assertThat(model.expectedOfNew(week)).isCloseTo(published[week - 1], within(.00001));
    }
  }
}
