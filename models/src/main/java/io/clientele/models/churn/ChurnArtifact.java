package io.clientele.models.churn;

import io.clientele.models.registry.Json;
import java.util.List;

/**
 * Everything that scoring needs.
 *
 * @param horizonDays days looked ahead
 * @param intercept of the log-odds before calibration
 * @param coefficients one a term
 * @param calibration from log-odds to calibrated log-odds
 */
public record ChurnArtifact(
    int horizonDays,
    double intercept,
    List<Coefficient> coefficients,
    PlattCalibration calibration) {

  /**
   * One term.
   *
   * @param term which
   * @param weight log-odds per unit of the transformed value
   * @param mean mean of the transformed value in training; stands in for an empty one
   */
  public record Coefficient(ChurnTerm term, double weight, double mean) {}

  public ChurnArtifact {
    coefficients = List.copyOf(coefficients);
  }

  public String toJson() {
    return Json.write(this);
  }

  public static ChurnArtifact parse(String json) {
    return Json.read(json, ChurnArtifact.class);
  }

  ChurnArtifact calibratedBy(PlattCalibration other) {
    return new ChurnArtifact(horizonDays, intercept, coefficients, other);
  }
}
