package io.clientele.models.registry;

/**
 * How a model compares with its plain baseline on the newest held-out window.
 *
 * <p>A: its ROC-AUC is higher by at least {@value #CLEARLY}; B: by at least {@value #A_LITTLE}; C:
 * not better.
 */
public enum Grade {
  A,
  B,
  C;

  static final double CLEARLY = 0.03;
  static final double A_LITTLE = 0.005;

  public static Grade of(double model, double baseline) {
    double gain = model - baseline;
    if (gain >= CLEARLY) {
      return A;
    }
    return gain >= A_LITTLE ? B : C;
  }
}
