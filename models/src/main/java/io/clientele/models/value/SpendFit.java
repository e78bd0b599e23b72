package io.clientele.models.value;

import java.util.List;
import java.util.Map;

/**
 * A fitted Gamma-Gamma model.
 *
 * @param customers customers with repeat purchases and spend
 * @param correlation of frequency and mean spend; the model wants it near 0
 */
public record SpendFit(
    GammaGamma model,
    Map<String, Double> parameters,
    Map<String, Double> standardErrors,
    double logLikelihood,
    boolean isConverged,
    boolean isDegenerate,
    long customers,
    double correlation) {
  private static final List<String> NAMES = List.of("p", "q", "gamma");

  public static SpendFit of(Spends spends) {
    BoundedNewton.Maximum found = BoundedNewton.maximise(new GammaGammaLikelihood(spends));
    double[] at = found.parameters();
    GammaGamma model = new GammaGamma(at[0], at[1], at[2]);
    return new SpendFit(
        model,
        ModelFit.named(NAMES, at),
        ModelFit.named(NAMES, found.standardErrors()),
        found.at().value,
        found.isConverged(),
        found.isAtBound() || !model.hasMean(),
        Math.round(spends.customers()),
        spends.correlation());
  }

  /** Expected mean spend of each customer; where the model is degenerate, their own mean. */
  double[] meanSpends(CustomerSummaries customers) {
    double[] means = new double[customers.size()];
    for (int i = 0; i < means.length; i++) {
      int x = customers.repeats()[i];
      means[i] =
          isDegenerate
              ? customers.spends()[i] / (x + 1)
              : model.expectedMeanSpend(x, customers.repeatMeans()[i]);
    }
    return means;
  }
}
