package io.clientele.models.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class NumericsTest {
  private static final Percentage DIGITS = Percentage.withPercentage(1e-8);

  /** Another library once gave NaN for these; x = 221, 254, 161, 204 with t_x close to T. */
  @Test
  void fourBusyCustomersHaveANumber() {
    PurchaseModel model = new ParetoNbd(.5143, 2.8845, .2856, 14.1087);
    int[] repeats = {221, 254, 161, 204};
    for (int x : repeats) {
      for (double last : new double[] {99, 99.9, 99.9999, 100}) {
        assertThat(model.logLikelihood(x, last, 100)).isFinite();
        assertThat(model.alive(x, last, 100)).isBetween(0.9, 1.0);
        // Nearly the rate so far, a little less for drop-out.
        assertThat(model.expectedPurchases(x, last, 100, 52))
            .isBetween(.9 * x * .52, 1.01 * x * .52);
        assertThat(model.noPurchase(x, last, 100, 52)).isBetween(0.0, 0.1);
      }
    }
  }

  @Test
  void nothingBetweenTheExtremesIsNotANumber() {
    double[] shapes = {1e-3, .5, 1, 2, 500};
    for (double r : shapes) {
      for (double s : shapes) {
        for (double beta : new double[] {1e-3, 2.8845, 2.88450001, 1e4}) {
          assertFinite(new ParetoNbd(r, 2.8845, s, beta));
          assertFinite(new BetaGeometric(r, 2.8845, s, beta, true));
          assertFinite(new BetaGeometric(r, 2.8845, s, beta, false));
        }
      }
    }
  }

  private static void assertFinite(PurchaseModel model) {
    for (int x : new int[] {0, 1, 30, 10_000}) {
      for (double last : x == 0 ? new double[] {0} : new double[] {1e-3, 50, 100 - 1e-9, 100}) {
        String place = model + " x " + x + " t_x " + last;
        assertThat(model.logLikelihood(x, last, 100)).as(place).isFinite();
        assertThat(model.alive(x, last, 100)).as(place).isBetween(0.0, 1.0);
        assertThat(model.noPurchase(x, last, 100, 52)).as(place).isBetween(0.0, 1.0);
        assertThat(model.expectedPurchases(x, last, 100, 52)).as(place).isFinite().isNotNegative();
      }
    }
  }

  /**
   * With alpha = beta the integral has a closed form: s (alpha + tau)^-(k+1) from t_x to T is s / k
   * ((alpha + t_x)^-k - (alpha + T)^-k), k = r + s + x.
   */
  @Test
  void theMixtureIsTheClosedFormWhereThereIsOne() {
    double r = .55;
    double s = .61;
    double alpha = 11;
    for (int x : new int[] {0, 1, 7, 221}) {
      double last = x == 0 ? 0 : 30;
      double k = r + s + x;
      double shape = r + x;
      double ratio = s / k * Math.expm1(k * Math.log((alpha + 39) / (alpha + last)));
      double expected =
          org.hipparchus.special.Gamma.logGamma(shape)
              - org.hipparchus.special.Gamma.logGamma(r)
              + (r + s) * Math.log(alpha)
              - k * Math.log(alpha + 39)
              + Math.log1p(ratio);
      PurchaseModel model = new ParetoNbd(r, alpha, s, alpha);
      assertThat(model.logLikelihood(x, last, 39)).isCloseTo(expected, DIGITS);
      assertThat(model.alive(x, last, 39)).isCloseTo(1 / (1 + ratio), DIGITS);
    }
  }

  /** SciPy 1.17: hyp2f1(r + x, b + x, a + b + x - 1, z) in eq. 10 of Fader, Hardie and Lee. */
  @Test
  void theExpectationIsThatOfTheHypergeometricFunction() {
    PurchaseModel model = new BetaGeometric(.243, 4.414, .793, 2.426, false);
    assertThat(model.expectedOfNew(78)).isCloseTo(1.86051906, within(5e-9));
    assertThat(model.expectedOfNew(.1429)).isCloseTo(.00782835, within(5e-9));
    PurchaseModel left = new BetaGeometric(.243, 4.414, 1 - 1e-7, 2.426, false);
    PurchaseModel right = new BetaGeometric(.243, 4.414, 1 + 1e-7, 2.426, false);
    PurchaseModel middle = new BetaGeometric(.243, 4.414, 1, 2.426, false);
    double mean =
        (left.expectedPurchases(2, 30, 39, 39) + right.expectedPurchases(2, 30, 39, 39)) / 2;
    assertThat(middle.expectedPurchases(2, 30, 39, 39)).isCloseTo(mean, DIGITS);
  }

  @Test
  void derivativesAreThoseOfTheDifferences() {
    Histories histories =
        new Histories(
            new int[] {0, 2, 5, 40},
            new double[] {0, 30.4, 20, 38},
            new double[] {39, 38.9, 38, 39},
            new double[] {10, 3, 2, 1});
    assertDerivatives(new BetaGeometricLikelihood(histories, false), .3, 5, .8, 2.2);
    assertDerivatives(new BetaGeometricLikelihood(histories, true), .3, 5, .8, 2.2);
    assertDerivatives(new ParetoLikelihood(histories), .5, 9, .7, 12);
    assertDerivatives(new ParetoLikelihood(histories), .5, 12, .7, 3);
    assertDerivatives(PoissonGamma.likelihood(histories), .4, 6);
    Spends spends =
        new Spends(new int[] {1, 4, 9}, new double[] {20, 35.5, 12}, new double[] {4, 2, 1});
    assertDerivatives(new GammaGammaLikelihood(spends), 5, 4, 15);
  }

  private static void assertDerivatives(Likelihood likelihood, double... at) {
    Curvature here = likelihood.at(at);
    for (int i = 0; i < at.length; i++) {
      double step = 1e-5 * at[i];
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += step;
      down[i] -= step;
      Curvature above = likelihood.at(up);
      Curvature below = likelihood.at(down);
      assertThat(here.gradient[i])
          .isCloseTo((above.value - below.value) / (2 * step), within(1e-6));
      for (int j = 0; j < at.length; j++) {
        assertThat(here.hessian[i][j])
            .as(likelihood.getClass().getSimpleName() + " " + i + " " + j)
            // The library's digamma is good to 1e-10, which the difference divides by the step.
            .isCloseTo((above.gradient[j] - below.gradient[j]) / (2 * step), within(1e-4));
      }
    }
  }

  @Test
  void theLikelihoodIsTheSumOverItsCustomers() {
    int[] repeats = {0, 3, 3, 0};
    double[] last = {0, 10, 10, 0};
    double[] ages = {39, 20, 20, 39};
    Histories histories = Histories.counted(repeats, last, ages);
    assertThat(histories.size()).isEqualTo(2);
    assertThat(histories.weights()).containsExactly(2, 2);
    double[] at = {.5, 9, .7, 12};
    PurchaseModel[] models = {
      new BetaGeometric(.5, 9, .7, 12, false),
      new BetaGeometric(.5, 9, .7, 12, true),
      new ParetoNbd(.5, 9, .7, 12)
    };
    Likelihood[] sums = {
      new BetaGeometricLikelihood(histories, false),
      new BetaGeometricLikelihood(histories, true),
      new ParetoLikelihood(histories)
    };
    for (int i = 0; i < sums.length; i++) {
      PurchaseModel model = models[i];
      double expected =
          Arrays.stream(new int[] {0, 1, 2, 3})
              .mapToDouble(c -> model.logLikelihood(repeats[c], last[c], ages[c]))
              .sum();
      assertThat(sums[i].at(at).value).isCloseTo(expected, DIGITS);
    }
  }
}
