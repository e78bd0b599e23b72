package io.clientele.models.churn;

import java.util.List;

/**
 * Settings of the churn model.
 *
 * @param horizonDays days without a purchase that count as leaving
 * @param trainingCutOffs training dates
 * @param spacingDays days between training dates
 * @param minCustomers fewer customers with a purchase, in any window: no model
 * @param minPerClass fewer leavers or stayers in training or held-out rows: no model
 * @param retrainAfterDays age at which a champion is challenged
 * @param maxDrift population stability index above which a champion is challenged at once
 * @param penalties L2 penalties to choose from
 * @param sampleRows rows that tuning, calibration and drift may gather on the driver
 */
public record ChurnOptions(
    int horizonDays,
    int trainingCutOffs,
    int spacingDays,
    int minCustomers,
    int minPerClass,
    int retrainAfterDays,
    double maxDrift,
    List<Double> penalties,
    int sampleRows) {

  public ChurnOptions {
    penalties = List.copyOf(penalties);
    within("horizon_days", horizonDays, 7, 730);
    within("training_cut_offs", trainingCutOffs, 1, 12);
    within("spacing_days", spacingDays, 1, 365);
    within("min_customers", minCustomers, 50, 1_000_000);
    within("min_per_class", minPerClass, 10, 1_000_000);
    within("retrain_after_days", retrainAfterDays, 1, 365);
    within("sample_rows", sampleRows, 1_000, 50_000);
    if (!(maxDrift > 0)) {
      throw new IllegalArgumentException(
          "Cannot train churn with max_drift " + maxDrift + ": it must be above 0; 0.25 is usual.");
    }
    if (penalties.isEmpty() || penalties.stream().anyMatch(penalty -> !(penalty >= 0))) {
      throw new IllegalArgumentException(
          "Cannot train churn with penalties "
              + penalties
              + ": at least one is needed and none may be negative; leave them out.");
    }
  }

  /** 90 days, four training dates 30 days apart, at least 500 customers, weekly. */
  public static ChurnOptions defaults() {
    return ofHorizon(90);
  }

  /** The defaults with another horizon. */
  public static ChurnOptions ofHorizon(int days) {
    return new ChurnOptions(
        days, 4, 30, 500, 30, 7, 0.25, List.of(0.0001, 0.001, 0.01, 0.1), 50_000);
  }

  private static void within(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          "Cannot train churn with "
              + name
              + " "
              + value
              + ": it must lie between "
              + low
              + " and "
              + high
              + "; correct models.churn in clientele.yaml.");
    }
  }
}
