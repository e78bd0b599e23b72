package io.clientele.models.registry;

/**
 * Rounds fitted numbers. Sums over parallel tasks differ in the last bits from run to run; rounded,
 * the same data give the same artifact.
 */
public final class Decimals {
  private Decimals() {}

  public static double six(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }

  public static double nine(double value) {
    return Math.rint(value * 1e9) / 1e9;
  }
}
