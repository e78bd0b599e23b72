package io.clientele.benchmarks;

import io.clientele.models.value.Histories;
import io.clientele.models.value.ModelFit;
import io.clientele.models.value.PurchaseModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hipparchus.random.RandomDataGenerator;

/**
 * Fits BG/NBD to a million drawn customers again and again, and scores them; writes the distinct
 * histories for the rival.
 */
public final class ValueFit {
  private static final int CUSTOMERS = 1_000_000;
  private static final int LONGEST_AGE_DAYS = 540;
  private static final int FITS = 9;
  private static final int WARM_UP = 4;

  private ValueFit() {}

  /**
   * @param arguments file for the distinct histories: x, t_x, T in weeks, customers
   */
  public static void main(String[] arguments) throws IOException {
    Histories histories = drawn();
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(Path.of(arguments[0])))) {
      for (int i = 0; i < histories.size(); i++) {
        out.println(
            histories.repeats()[i]
                + " "
                + histories.lastAges()[i]
                + " "
                + histories.ages()[i]
                + " "
                + histories.weights()[i]);
      }
    }
    double[] seconds = new double[FITS];
    ModelFit fit = null;
    for (int i = 0; i < FITS; i++) {
      long start = System.nanoTime();
      fit = ModelFit.betaGeometric(histories, false);
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    double[] warm = Arrays.copyOfRange(seconds, WARM_UP, FITS);
    Arrays.sort(warm);
    System.out.printf(
        "%d %.4f %.6f %.0f%n",
        histories.size(), warm[warm.length / 2], fit.logLikelihood(), perSecond(fit, histories));
    System.err.println(fit.parameters());
  }

  /** Customers scored a second: P(alive), P(no purchase) and expected purchases in 52 weeks. */
  private static double perSecond(ModelFit fit, Histories histories) {
    PurchaseModel model = fit.model();
    double best = 0;
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      double sum = 0;
      for (int i = 0; i < histories.size(); i++) {
        int x = histories.repeats()[i];
        double last = histories.lastAges()[i];
        double age = histories.ages()[i];
        sum += model.alive(x, last, age);
        sum += model.noPurchase(x, last, age, 52);
        sum += model.expectedPurchases(x, last, age, 52);
      }
      double rate = histories.size() / ((System.nanoTime() - start) / 1e9);
      best = sum > 0 ? Math.max(best, rate) : best;
    }
    return best;
  }

  private static Histories drawn() {
    RandomDataGenerator random = new RandomDataGenerator(5);
    int[] repeats = new int[CUSTOMERS];
    double[] last = new double[CUSTOMERS];
    double[] ages = new double[CUSTOMERS];
    for (int i = 0; i < CUSTOMERS; i++) {
      int age = 1 + random.nextInt(0, LONGEST_AGE_DAYS - 1);
      double rate = random.nextGamma(.5, 1 / 70.0);
      double leaves = random.nextBeta(.8, 2.5);
      int lastDay = 0;
      boolean isGone = false;
      for (double time = random.nextExponential(1) / rate;
          time <= age && !isGone;
          time += random.nextExponential(1) / rate) {
        int day = (int) time;
        repeats[i] += day > lastDay ? 1 : 0;
        lastDay = day;
        isGone = random.nextUniform(0, 1) < leaves;
      }
      last[i] = lastDay / 7.0;
      ages[i] = age / 7.0;
    }
    return Histories.counted(repeats, last, ages);
  }
}
