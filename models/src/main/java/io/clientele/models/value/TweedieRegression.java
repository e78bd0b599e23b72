package io.clientele.models.value;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;

/**
 * Regression of amounts that are often zero and sometimes large: log link, variance proportional to
 * mean^1.5 (compound Poisson-gamma), inputs standardised, ridge penalty.
 *
 * <p>Reference: Jorgensen and Paes de Souza 1994, Scandinavian Actuarial Journal 1. With power 1.5
 * half the deviance is 2 sqrt(mu) + 2 y / sqrt(mu), convex in the linear predictor, so that
 * Newton's steps with halving reach the only minimum.
 */
final class TweedieRegression {
  private static final double PENALTY = 0.1;
  private static final int MAX_STEPS = 100;
  private static final double TOLERANCE = 1e-10;
  private static final double HIGHEST = 30;

  private final double[] means;
  private final double[] deviations;
  private final double scale;
  private double[] weights;

  private TweedieRegression(double[][] rows, double[] amounts) {
    int inputs = rows[0].length;
    means = new double[inputs];
    deviations = new double[inputs];
    for (int j = 0; j < inputs; j++) {
      int column = j;
      double mean = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElse(0);
      double square =
          Arrays.stream(rows)
              .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
              .average()
              .orElse(0);
      means[j] = mean;
      deviations[j] = square > 0 ? Math.sqrt(square) : 1;
    }
    scale = Math.max(Arrays.stream(amounts).average().orElse(1), 1e-9);
    weights = new double[inputs + 1];
  }

  /**
   * Fits.
   *
   * @param rows inputs of each row
   * @param amounts 0 or more, not all 0
   */
  static TweedieRegression fit(double[][] rows, double[] amounts) {
    TweedieRegression regression = new TweedieRegression(rows, amounts);
    double[][] inputs = Arrays.stream(rows).map(regression::standardised).toArray(double[][]::new);
    double[] scaled = Arrays.stream(amounts).map(each -> each / regression.scale).toArray();
    regression.descend(inputs, scaled);
    return regression;
  }

  double predicted(double[] row) {
    return scale * Math.exp(predictor(standardised(row), weights));
  }

  private double[] standardised(double[] row) {
    double[] inputs = new double[row.length + 1];
    inputs[0] = 1;
    for (int j = 0; j < row.length; j++) {
      inputs[j + 1] = (row[j] - means[j]) / deviations[j];
    }
    return inputs;
  }

  private static double predictor(double[] inputs, double[] weights) {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum += weights[j] * inputs[j];
    }
    return Math.max(-HIGHEST, Math.min(HIGHEST, sum));
  }

  private void descend(double[][] inputs, double[] amounts) {
    double value = objective(inputs, amounts, weights);
    for (int step = 0; step < MAX_STEPS; step++) {
      double[] move = newton(inputs, amounts);
      double share = 1;
      double[] next = moved(move, share);
      double there = objective(inputs, amounts, next);
      while (there > value && share > 1e-6) {
        share /= 2;
        next = moved(move, share);
        there = objective(inputs, amounts, next);
      }
      boolean isDone = value - there < TOLERANCE;
      if (there <= value) {
        weights = next;
        value = there;
      }
      if (isDone) {
        return;
      }
    }
  }

  private double[] moved(double[] move, double share) {
    double[] next = weights.clone();
    for (int j = 0; j < next.length; j++) {
      next[j] += share * move[j];
    }
    return next;
  }

  private static double objective(double[][] inputs, double[] amounts, double[] weights) {
    double sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      double root = Math.exp(predictor(inputs[i], weights) / 2);
      sum += 2 * root + 2 * amounts[i] / root;
    }
    double penalty = 0;
    for (int j = 1; j < weights.length; j++) {
      penalty += PENALTY / 2 * weights[j] * weights[j];
    }
    return sum / amounts.length + penalty;
  }

  private double[] newton(double[][] inputs, double[] amounts) {
    int n = weights.length;
    double[] gradient = new double[n];
    double[][] bend = new double[n][n];
    for (int i = 0; i < amounts.length; i++) {
      double root = Math.exp(predictor(inputs[i], weights) / 2);
      double first = (root - amounts[i] / root) / amounts.length;
      double second = (root + amounts[i] / root) / 2 / amounts.length;
      for (int j = 0; j < n; j++) {
        gradient[j] += first * inputs[i][j];
        for (int k = 0; k <= j; k++) {
          bend[j][k] += second * inputs[i][j] * inputs[i][k];
        }
      }
    }
    for (int j = 0; j < n; j++) {
      double shrink = j == 0 ? 1e-9 : PENALTY;
      gradient[j] += j == 0 ? 0 : shrink * weights[j];
      bend[j][j] += shrink;
      for (int k = 0; k < j; k++) {
        bend[k][j] = bend[j][k];
      }
    }
    return new CholeskyDecomposition(new Array2DRowRealMatrix(bend))
        .getSolver()
        .solve(new ArrayRealVector(gradient))
        .mapMultiply(-1)
        .toArray();
  }
}
