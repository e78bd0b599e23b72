package io.clientele.models.segment.cluster;

import java.io.Serializable;
import java.util.List;

/**
 * Brings features to a common scale: log(1 + x), then mean 0 and deviation 1, each if wanted. Fixed
 * with the first model of a family, so that distances and centres stay comparable.
 *
 * @param features names, in the order of the values
 * @param isLog log(1 + x) first; values below 0 count as 0
 * @param means what is subtracted
 * @param deviations what is divided by; 1 for a constant feature
 */
public record FeatureScale(
    List<String> features, boolean isLog, double[] means, double[] deviations)
    implements Serializable {

  /** The scale of these rows; population deviation. */
  public static FeatureScale of(
      List<String> features, boolean isLog, boolean isStandardised, double[][] rows) {
    int width = features.size();
    double[] means = new double[width];
    double[] deviations = new double[width];
    for (int j = 0; j < width; j++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += logged(row[j], isLog) / rows.length;
      }
      double squares = 0;
      for (double[] row : rows) {
        double difference = logged(row[j], isLog) - sum;
        squares += difference * difference / rows.length;
      }
      means[j] = isStandardised ? sum : 0;
      deviations[j] = isStandardised && squares > 0 ? Math.sqrt(squares) : 1;
    }
    return new FeatureScale(features, isLog, means, deviations);
  }

  /** Raw values as a point. */
  public double[] point(double[] raw) {
    double[] point = new double[raw.length];
    for (int j = 0; j < raw.length; j++) {
      point[j] = (logged(raw[j], isLog) - means[j]) / deviations[j];
    }
    return point;
  }

  public double[][] points(double[][] raws) {
    double[][] points = new double[raws.length][];
    for (int i = 0; i < raws.length; i++) {
      points[i] = point(raws[i]);
    }
    return points;
  }

  private static double logged(double value, boolean isLog) {
    return isLog ? Math.log1p(Math.max(0, value)) : value;
  }
}
