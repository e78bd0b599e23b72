package io.clientele.models.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

/** Customers drawn from known parameters: the fits find these within their own stated errors. */
class RecoveryTest {
  private static final int CUSTOMERS = 8_000;
  private static final double STATED_ERRORS = 3;

  private final RandomDataGenerator random = new RandomDataGenerator(7);

  /** Draws the age at which a customer drops out, or that after the n-th purchase they do. */
  private interface DropOut {
    boolean isGone(int purchases, double age);
  }

  private Histories drawn(double r, double alpha, java.util.function.Supplier<DropOut> dropOuts) {
    int[] repeats = new int[CUSTOMERS];
    double[] last = new double[CUSTOMERS];
    double[] ages = new double[CUSTOMERS];
    for (int i = 0; i < CUSTOMERS; i++) {
      ages[i] = 30 + random.nextInt(0, 100);
      double rate = random.nextGamma(r, 1 / alpha);
      DropOut dropOut = dropOuts.get();
      double next = random.nextExponential(1) / rate;
      while (next < ages[i] && !dropOut.isGone(repeats[i], next)) {
        repeats[i]++;
        last[i] = next;
        next += random.nextExponential(1) / rate;
      }
    }
    return Histories.counted(repeats, last, ages);
  }

  private DropOut afterPurchases(double a, double b, boolean isModified) {
    double share = random.nextBeta(a, b);
    int[] tossed = {isModified ? -1 : 0};
    boolean[] isGone = {false};
    return (purchases, age) -> {
      while (tossed[0] < purchases) {
        tossed[0]++;
        isGone[0] |= random.nextUniform(0, 1) < share;
      }
      return isGone[0];
    };
  }

  private DropOut atAge(double s, double beta) {
    double end = random.nextExponential(1) / random.nextGamma(s, 1 / beta);
    return (purchases, age) -> age > end;
  }

  private static void assertFound(ModelFit fit, double... truth) {
    assertThat(fit.isConverged()).isTrue();
    assertThat(fit.isDegenerate()).isFalse();
    Iterator<Double> errors = fit.standardErrors().values().iterator();
    Iterator<Double> found = fit.parameters().values().iterator();
    for (double each : truth) {
      double error = errors.next();
      assertThat(error).as(fit.name()).isPositive().isLessThan(each);
      assertThat((found.next() - each) / error).isBetween(-STATED_ERRORS, STATED_ERRORS);
    }
  }

  @Test
  void bgNbd() {
    Histories histories = drawn(.8, 6, () -> afterPurchases(.9, 3, false));
    assertFound(ModelFit.betaGeometric(histories, false), .8, 6, .9, 3);
  }

  @Test
  void mbgNbd() {
    Histories histories = drawn(.8, 6, () -> afterPurchases(.9, 3, true));
    assertFound(ModelFit.betaGeometric(histories, true), .8, 6, .9, 3);
  }

  @Test
  void paretoNbd() {
    Histories histories = drawn(.8, 6, () -> atAge(.7, 12));
    assertFound(ModelFit.paretoNbd(histories), .8, 6, .7, 12);
  }

  @Test
  void gammaGamma() {
    Random counts = new Random(3);
    int[] repeats = new int[CUSTOMERS];
    double[] means = new double[CUSTOMERS];
    double[] weights = new double[CUSTOMERS];
    for (int i = 0; i < CUSTOMERS; i++) {
      repeats[i] = 1 + counts.nextInt(6);
      double rate = random.nextGamma(4, 1 / 16.0);
      means[i] = random.nextGamma(6.0 * repeats[i], 1 / (repeats[i] * rate));
      weights[i] = 1;
    }
    SpendFit fit = SpendFit.of(new Spends(repeats, means, weights));
    List<Double> truth = List.of(6.0, 4.0, 16.0);
    Iterator<Double> errors = fit.standardErrors().values().iterator();
    Iterator<Double> found = fit.parameters().values().iterator();
    for (double each : truth) {
      assertThat((found.next() - each) / errors.next()).isBetween(-STATED_ERRORS, STATED_ERRORS);
    }
  }

  @Test
  void whereNobodyDropsOutThatIsSaidAndTheNbdPredicts() {
    Histories histories = drawn(2, 6, () -> (purchases, age) -> false);
    for (ModelFit fit :
        List.of(
            ModelFit.betaGeometric(histories, false),
            ModelFit.betaGeometric(histories, true),
            ModelFit.paretoNbd(histories))) {
      assertThat(fit.isDegenerate()).as(fit.toString()).isTrue();
      assertThat(fit.model()).isInstanceOf(PoissonGamma.class);
      PoissonGamma nbd = (PoissonGamma) fit.model();
      assertThat(nbd.r()).isBetween(1.85, 2.15);
      assertThat(nbd.alpha()).isBetween(5.5, 6.5);
      assertThat(fit.model().alive(0, 0, 100)).isEqualTo(1);
      assertThat(fit.model().expectedPurchases(4, 30, 40, 10))
          .isEqualTo((nbd.r() + 4) / (nbd.alpha() + 40) * 10);
    }
  }
}
