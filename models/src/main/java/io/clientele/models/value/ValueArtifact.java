package io.clientele.models.value;

import io.clientele.models.registry.Json;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Everything that scoring needs.
 *
 * @param purchaseModel bg_nbd, mbg_nbd, pareto_nbd or nbd
 * @param parameters by name, times in weeks
 * @param spend Gamma-Gamma by name; empty when it could not be fitted
 * @param meanSpend mean net spend of a purchase day, which stands in for it
 * @param horizonDays days looked ahead
 * @param band between which amounts customers spend; null in artifacts of an older version
 */
public record ValueArtifact(
    String purchaseModel,
    Map<String, Double> parameters,
    Map<String, Double> spend,
    double meanSpend,
    int horizonDays,
    SpendBand band)
    implements Serializable {
  static final double WEEK_DAYS = 7;

  public String toJson() {
    return Json.write(this);
  }

  public static ValueArtifact parse(String json) {
    return Json.read(json, ValueArtifact.class);
  }

  PurchaseModel model() {
    double[] at = values(parameters, purchaseModel.equals("pareto_nbd") ? PARETO : BETA);
    return switch (purchaseModel) {
      case "bg_nbd" -> new BetaGeometric(at[0], at[1], at[2], at[3], false);
      case "mbg_nbd" -> new BetaGeometric(at[0], at[1], at[2], at[3], true);
      case "pareto_nbd" -> new ParetoNbd(at[0], at[1], at[2], at[3]);
      default -> new PoissonGamma(at[0], at[1]);
    };
  }

  /** Expected spend of a purchase day of a customer who spent so much on so many. */
  double meanSpend(int purchases, double total) {
    if (spend.isEmpty()) {
      return total > 0 ? total / purchases : meanSpend;
    }
    double[] at = values(spend, SPEND);
    return new GammaGamma(at[0], at[1], at[2]).expectedMeanSpend(purchases, total / purchases);
  }

  /** Lower end of what a customer of that expected value spends; null = not known. */
  Double low(double value) {
    return band == null ? null : band.low(value);
  }

  /** Upper end of it; null = not known. */
  Double high(double value) {
    return band == null ? null : band.high(value);
  }

  private static final List<String> BETA = List.of("r", "alpha", "a", "b");
  private static final List<String> PARETO = List.of("r", "alpha", "s", "beta");
  private static final List<String> SPEND = List.of("p", "q", "gamma");

  private static double[] values(Map<String, Double> named, List<String> names) {
    return names.stream().mapToDouble(name -> named.getOrDefault(name, Double.NaN)).toArray();
  }
}
