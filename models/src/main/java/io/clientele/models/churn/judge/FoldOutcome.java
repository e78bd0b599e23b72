package io.clientele.models.churn.judge;

import io.clientele.models.evaluation.Tallies;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Models of one split and what they foretold of its judged rows.
 *
 * @param split which rows
 * @param fitted the models
 * @param probabilities by name of model or baseline, in the order of the judged rows
 */
record FoldOutcome(Protocol.Split split, Fitted fitted, Map<String, double[]> probabilities) {
  private static final String RULE = "baseline_best_rule";
  private static final String PREVALENCE = "baseline_prevalence";

  static FoldOutcome of(Frame frame, Protocol.Split split, long seed) {
    Fitted fitted = Training.fit(frame, split.training(), seed);
    Map<String, double[]> probabilities = new LinkedHashMap<>();
    fitted
        .models()
        .forEach(
            (name, model) -> probabilities.put(name, model.probabilities(frame, split.judged())));
    probabilities.put(Fitted.CHAMPION, probabilities.get(fitted.champion()));
    CellRates rule = BestRule.of(frame, split.training());
    probabilities.put(
        RULE,
        Arrays.stream(split.judged()).mapToDouble(row -> rule.probability(frame, row)).toArray());
    double[] constant = new double[split.judged().length];
    Arrays.fill(constant, (double) frame.positives(split.training()) / split.training().length);
    probabilities.put(PREVALENCE, constant);
    return new FoldOutcome(split, fitted, probabilities);
  }

  /** The champion of most splits. */
  static String champion(List<FoldOutcome> outcomes) {
    Map<String, Integer> wins = new TreeMap<>();
    outcomes.forEach(outcome -> wins.merge(outcome.fitted.champion(), 1, Integer::sum));
    return wins.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  /** Measures of every model over the judged rows of all splits. */
  static Map<String, Object> measured(Frame frame, List<FoldOutcome> outcomes) {
    double[] labels = joined(outcomes, outcome -> frame.labels(outcome.split.judged()));
    Map<String, Object> models = new LinkedHashMap<>();
    for (String name : outcomes.get(0).probabilities.keySet()) {
      Map<String, Object> keys =
          Measured.of(joined(outcomes, outcome -> outcome.probabilities.get(name)), labels);
      keys.putAll(
          Measured.ranking(
              outcomes.stream()
                  .map(
                      outcome ->
                          Tallies.of(
                              outcome.probabilities.get(name),
                              frame.labels(outcome.split.judged())))
                  .toList()));
      models.put(name, keys);
    }
    return models;
  }

  static double[] joined(List<FoldOutcome> outcomes, Function<FoldOutcome, double[]> part) {
    return outcomes.stream().map(part).flatMapToDouble(Arrays::stream).toArray();
  }
}
