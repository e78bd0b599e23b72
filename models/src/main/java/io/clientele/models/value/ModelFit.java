package io.clientele.models.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fitted purchase model.
 *
 * @param name bg_nbd, mbg_nbd or pareto_nbd
 * @param parameters by their name in the paper, times in the unit of the histories
 * @param standardErrors from the observed information; NaN where that cannot be inverted
 * @param logLikelihood at the parameters
 * @param isConverged whether the gradient vanished
 * @param isAtBound whether a parameter ran to a bound: the data do not tell it from infinity
 * @param isDegenerate whether the data show no drop-out
 * @param model what predicts: the model itself, or the NBD without drop-out when degenerate
 */
public record ModelFit(
    String name,
    Map<String, Double> parameters,
    Map<String, Double> standardErrors,
    double logLikelihood,
    boolean isConverged,
    boolean isAtBound,
    boolean isDegenerate,
    PurchaseModel model) {
  /** Fewer than this share dropping out, on average, is none. */
  private static final double LEAST_DROP_OUT = 0.005;

  private static final List<String> BETA = List.of("r", "alpha", "a", "b");
  private static final List<String> PARETO = List.of("r", "alpha", "s", "beta");

  /** The model of that name. */
  public static ModelFit of(String name, Histories histories) {
    return switch (name) {
      case "bg_nbd" -> betaGeometric(histories, false);
      case "mbg_nbd" -> betaGeometric(histories, true);
      case "pareto_nbd" -> paretoNbd(histories);
      default ->
          throw new IllegalArgumentException(
              "Cannot fit " + name + ": it is bg_nbd, mbg_nbd or pareto_nbd; take one of them.");
    };
  }

  /** BG/NBD or MBG/NBD. */
  public static ModelFit betaGeometric(Histories histories, boolean isModified) {
    BoundedNewton.Maximum found =
        BoundedNewton.maximise(new BetaGeometricLikelihood(histories, isModified));
    double[] at = found.parameters();
    boolean isDegenerate = at[2] / (at[2] + at[3]) < LEAST_DROP_OUT;
    PurchaseModel model = new BetaGeometric(at[0], at[1], at[2], at[3], isModified);
    String name = isModified ? "mbg_nbd" : "bg_nbd";
    return of(name, BETA, found, isDegenerate, histories, model);
  }

  public static ModelFit paretoNbd(Histories histories) {
    BoundedNewton.Maximum found = BoundedNewton.maximise(new ParetoLikelihood(histories));
    double[] at = found.parameters();
    double gone = -Math.expm1(-at[2] * Math.log1p(histories.longestAge() / at[3]));
    boolean isDegenerate = gone < LEAST_DROP_OUT;
    PurchaseModel model = new ParetoNbd(at[0], at[1], at[2], at[3]);
    return of("pareto_nbd", PARETO, found, isDegenerate, histories, model);
  }

  private static ModelFit of(
      String name,
      List<String> names,
      BoundedNewton.Maximum found,
      boolean isDegenerate,
      Histories histories,
      PurchaseModel model) {
    return new ModelFit(
        name,
        named(names, found.parameters()),
        named(names, found.standardErrors()),
        found.at().value,
        found.isConverged(),
        found.isAtBound(),
        isDegenerate,
        isDegenerate ? withoutDropOut(histories) : model);
  }

  /** The NBD, which has no drop-out. */
  static PoissonGamma withoutDropOut(Histories histories) {
    double[] at = BoundedNewton.maximise(PoissonGamma.likelihood(histories)).parameters();
    return new PoissonGamma(at[0], at[1]);
  }

  static Map<String, Double> named(List<String> names, double[] values) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(names.get(i), values[i]);
    }
    return named;
  }
}
