package io.clientele.models.churn;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

/**
 * An artifact as column expressions over {@code ftr_customer_churn}: scoring needs no model
 * library, and every contribution is exact. Calibrated log-odds = {@link #usual()} + sum of {@link
 * #contributions()}.
 */
public final class ChurnFormula {
  /** Standard normal quantile of a 90 % band. */
  private static final double NINETY_PERCENT = 1.6448536269514722;

  private final ChurnArtifact artifact;

  public ChurnFormula(ChurnArtifact artifact) {
    this.artifact = artifact;
  }

  /** Log-odds before calibration. */
  public Column rawLogOdds() {
    Column sum = lit(artifact.intercept());
    for (ChurnArtifact.Coefficient coefficient : artifact.coefficients()) {
      sum = sum.plus(value(coefficient).multiply(coefficient.weight()));
    }
    return sum;
  }

  /** Calibrated log-odds of a customer whose every input is the training mean. */
  public double usual() {
    double raw = artifact.intercept();
    for (ChurnArtifact.Coefficient coefficient : artifact.coefficients()) {
      raw += coefficient.weight() * coefficient.mean();
    }
    return artifact.calibration().slope() * raw + artifact.calibration().offset();
  }

  /** What each term adds to the calibrated log-odds; an empty feature adds nothing. */
  public Map<ChurnTerm, Column> contributions() {
    Map<ChurnTerm, Column> columns = new LinkedHashMap<>();
    for (ChurnArtifact.Coefficient coefficient : artifact.coefficients()) {
      double weight = artifact.calibration().slope() * coefficient.weight();
      columns.put(
          coefficient.term(), value(coefficient).minus(coefficient.mean()).multiply(weight));
    }
    return columns;
  }

  /** Calibrated log-odds of leaving. */
  public Column logOdds() {
    Column sum = lit(usual());
    for (Column contribution : contributions().values()) {
      sum = sum.plus(contribution);
    }
    return sum;
  }

  /** Calibrated probability of leaving. */
  public Column probability() {
    return sigmoid(logOdds());
  }

  public Column probabilityLow() {
    return sigmoid(logOdds().minus(halfBand()));
  }

  public Column probabilityHigh() {
    return sigmoid(logOdds().plus(halfBand()));
  }

  static Column sigmoid(Column logOdds) {
    return lit(1.0).divide(exp(logOdds.multiply(-1)).plus(1.0));
  }

  /** By the delta method from the covariance of the calibration. */
  private Column halfBand() {
    PlattCalibration platt = artifact.calibration();
    Column z = rawLogOdds();
    Column variance =
        z.multiply(z)
            .multiply(platt.slopeVariance())
            .plus(z.multiply(2 * platt.covariance()))
            .plus(platt.offsetVariance());
    return sqrt(greatest(variance, lit(0.0))).multiply(NINETY_PERCENT);
  }

  private static Column value(ChurnArtifact.Coefficient coefficient) {
    return coalesce(coefficient.term().transformed(), lit(coefficient.mean()));
  }
}
