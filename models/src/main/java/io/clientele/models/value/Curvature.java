package io.clientele.models.value;

import java.util.stream.IntStream;

/** A log-likelihood with its first and second derivatives, to be summed up over rows. */
final class Curvature {
  /** Parts of a sum that may run beside each other; fixed, so that the last bits are. */
  private static final int PARTS = 16;

  double value;
  final double[] gradient;
  final double[][] hessian;

  Curvature(int parameters) {
    gradient = new double[parameters];
    hessian = new double[parameters][parameters];
  }

  /** Adds a second derivative on both sides of the diagonal. */
  void addHessian(int i, int j, double second) {
    hessian[i][j] += second;
    if (i != j) {
      hessian[j][i] += second;
    }
  }

  private void add(Curvature other) {
    value += other.value;
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += other.gradient[i];
      for (int j = 0; j < gradient.length; j++) {
        hessian[i][j] += other.hessian[i][j];
      }
    }
  }

  /** Rows from and to, of one part. */
  record Span(int from, int to) {}

  /** The sum over rows, computed in parts on all cores; equal on any machine. */
  static Curvature sum(int rows, int parameters, Part part) {
    Curvature[] parts =
        IntStream.range(0, PARTS)
            .parallel()
            .mapToObj(
                number -> {
                  Curvature sum = new Curvature(parameters);
                  int from = (int) ((long) rows * number / PARTS);
                  part.addTo(sum, new Span(from, (int) ((long) rows * (number + 1) / PARTS)));
                  return sum;
                })
            .toArray(Curvature[]::new);
    Curvature total = new Curvature(parameters);
    for (Curvature each : parts) {
      total.add(each);
    }
    return total;
  }

  /** Adds what some rows contribute. */
  @FunctionalInterface
  interface Part {
    void addTo(Curvature sum, Span rows);
  }
}
