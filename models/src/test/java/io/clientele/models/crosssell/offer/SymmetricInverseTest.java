package io.clientele.models.crosssell.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SymmetricInverseTest {
  /** A random positive definite matrix: R'R + I. */
  private static double[][] matrix(int n) {
    Random random = new Random(n);
    double[][] r = new double[n][n];
    for (double[] row : r) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextGaussian();
      }
    }
    double[][] lower = new double[n][];
    for (int i = 0; i < n; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        for (int k = 0; k < n; k++) {
          lower[i][j] += r[k][i] * r[k][j];
        }
      }
      lower[i][i] += 1;
    }
    return lower;
  }

  private static double cell(double[][] lower, int i, int j) {
    return i >= j ? lower[i][j] : lower[j][i];
  }

  @Test
  void a_matrix_times_its_inverse_is_one() {
    for (int n : new int[] {1, 3, 64, 65, 150}) {
      double[][] matrix = matrix(n);
      double[][] inverse = matrix(n);
      SymmetricInverse.invert(inverse);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int k = 0; k < n; k++) {
            sum += cell(matrix, i, k) * cell(inverse, k, j);
          }
          assertThat(sum).isCloseTo(i == j ? 1 : 0, within(1e-8));
        }
      }
    }
  }

  @Test
  void a_matrix_that_is_not_positive_is_refused() {
    assertThatThrownBy(() -> SymmetricInverse.invert(new double[][] {{1}, {2, 1}}))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("pivot 1 is -3.0; raise the penalty");
  }
}
