package io.clientele.models.value;

import java.util.Arrays;

/**
 * Log-likelihood of BG/NBD or MBG/NBD in r, alpha, a, b. Logarithms are taken once per distinct
 * time and gamma functions once per distinct x, so that a history costs one exponential.
 */
final class BetaGeometricLikelihood implements Likelihood {
  private static final double WIDTH = Math.exp(9);
  static final int R = 0;
  static final int ALPHA = 1;
  static final int A = 2;
  static final int B = 3;

  private final Histories histories;
  private final boolean isModified;
  private final Levels repeats;
  private final Levels lastAges;
  private final Levels ages;
  private final double[] weightOfRepeats;
  private final double[] tosses;
  private final double weight;
  private final double meanAge;

  BetaGeometricLikelihood(Histories histories, boolean isModified) {
    this.histories = histories;
    this.isModified = isModified;
    this.repeats = Levels.of(histories.repeats());
    this.lastAges = Levels.of(histories.lastAges());
    this.ages = Levels.of(histories.ages());
    this.weightOfRepeats = repeats.weights(histories.weights());
    this.tosses = Arrays.stream(repeats.values()).map(x -> isModified ? x + 1 : x).toArray();
    this.weight = histories.customers();
    this.meanAge = histories.meanAge();
  }

  @Override
  public double weight() {
    return weight;
  }

  @Override
  public double[] start() {
    return new double[] {0.5, meanAge / 2, 0.7, 2};
  }

  @Override
  public double[][] bounds() {
    return new double[][] {
      {1 / WIDTH, meanAge / WIDTH, 1 / WIDTH, 1 / WIDTH}, {WIDTH, meanAge * WIDTH, WIDTH, WIDTH}
    };
  }

  @Override
  public Curvature at(double[] parameters) {
    double r = parameters[R];
    double alpha = parameters[ALPHA];
    double[] overOdds = overOdds(parameters[B]);
    double[] logOdds =
        Arrays.stream(overOdds).map(inverse -> Math.log(parameters[A] * inverse)).toArray();
    Column age = new Column(ages, alpha);
    Column last = new Column(lastAges, alpha);
    Curvature sum =
        Curvature.sum(
            histories.size(),
            4,
            (part, rows) -> {
              BetaGeometricSums sums = new BetaGeometricSums(1 / parameters[A]);
              for (int i = rows.from(); i < rows.to(); i++) {
                int x = repeats.places()[i];
                sums.time(
                    r + repeats.values()[x],
                    age.logs[ages.places()[i]],
                    age.inverses[ages.places()[i]],
                    last.logs[lastAges.places()[i]],
                    last.inverses[lastAges.places()[i]]);
                sums.add(histories.weights()[i], logOdds[x], overOdds[x]);
              }
              sums.addTo(part);
            });
    addGammas(sum, parameters);
    return sum;
  }

  /** 1 / odds of staying at the last toss; 0 where there was none. */
  private double[] overOdds(double b) {
    return Arrays.stream(repeats.values())
        .map(x -> isModified ? 1 / (b + x) : x > 0 ? 1 / (b + x - 1) : 0)
        .toArray();
  }

  private void addGammas(Curvature sum, double[] parameters) {
    double r = parameters[R];
    double alpha = parameters[ALPHA];
    double b = parameters[B];
    GammaTerms.addRatio(sum, 1, r, repeats.values(), weightOfRepeats, R);
    GammaTerms.addRatio(sum, 1, b, tosses, weightOfRepeats, B);
    GammaTerms.addRatio(sum, -1, parameters[A] + b, tosses, weightOfRepeats, A, B);
    sum.value += weight * r * Math.log(alpha);
    sum.gradient[R] += weight * Math.log(alpha);
    sum.gradient[ALPHA] += weight * r / alpha;
    sum.addHessian(ALPHA, ALPHA, -weight * r / (alpha * alpha));
    sum.addHessian(R, ALPHA, weight / alpha);
  }

  /** log(alpha + time) and 1 / (alpha + time) of each distinct time. */
  private static final class Column {
    private final double[] logs;
    private final double[] inverses;

    private Column(Levels times, double alpha) {
      logs = Arrays.stream(times.values()).map(time -> Math.log(alpha + time)).toArray();
      inverses = Arrays.stream(times.values()).map(time -> 1 / (alpha + time)).toArray();
    }
  }
}
