package io.clientele.models.crosssell.offer;

/** Inverse of a small symmetric block by the plain sweep operator. */
final class SmallInverse {
  private SmallInverse() {}

  /** Of the columns {@code from} to {@code to} of a panel whose rows are the same columns. */
  static double[][] of(double[][] panel, int from, int to) {
    int size = to - from;
    double[][] block = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(panel[i], from, block[i], 0, size);
    }
    for (int k = 0; k < size; k++) {
      sweep(block, k, from);
    }
    for (double[] row : block) {
      for (int j = 0; j < size; j++) {
        row[j] = -row[j];
      }
    }
    return block;
  }

  private static void sweep(double[][] block, int k, int from) {
    double pivot = block[k][k];
    if (!(pivot > 0)) {
      throw new ArithmeticException(
          "Cannot invert the matrix: its pivot "
              + (from + k)
              + " is "
              + pivot
              + "; raise the penalty.");
    }
    double[] column = block[k].clone();
    for (int i = 0; i < block.length; i++) {
      for (int j = 0; j < block.length; j++) {
        if (i != k && j != k) {
          block[i][j] -= column[i] * column[j] / pivot;
        }
      }
    }
    for (int i = 0; i < block.length; i++) {
      block[i][k] = column[i] / pivot;
      block[k][i] = column[i] / pivot;
    }
    block[k][k] = -1 / pivot;
  }
}
