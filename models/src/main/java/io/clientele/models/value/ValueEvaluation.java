package io.clientele.models.value;

import io.clientele.models.evaluation.EvaluationResult;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Judges the value models on a file: what they are, and what they would have foretold. */
public final class ValueEvaluation {
  private static final int LEAST_CUSTOMERS = 50;

  private final List<String> warnings = new ArrayList<>();
  private final Map<String, Object> keys = new LinkedHashMap<>();

  /**
   * What is asked.
   *
   * @param unit of all times
   * @param calibrateTo last day that the models see; the days after it judge
   * @param holdoutTo last day that judges; empty = the last of the file
   * @param minimumPurchases customers with fewer purchase days at the calibration's end stay out
   * @param hasAmounts whether the log knows what purchases cost
   */
  public record Question(
      TimeUnit unit,
      LocalDate calibrateTo,
      Optional<LocalDate> holdoutTo,
      int minimumPurchases,
      boolean hasAmounts) {}

  private ValueEvaluation() {}

  /** On a log of purchases, with a holdout. */
  public static EvaluationResult of(PurchaseLog log, Question question) {
    return new ValueEvaluation().judged(log, question);
  }

  /** On customers whose histories are known but not what came later. */
  public static EvaluationResult of(CustomerSummaries customers, TimeUnit unit) {
    ValueEvaluation evaluation = new ValueEvaluation();
    Optional<String> tooLittle = tooLittle(customers);
    if (tooLittle.isPresent()) {
      return EvaluationResult.refused(tooLittle.get());
    }
    PurchaseModels models = evaluation.fit(customers, unit);
    evaluation.spend(customers);
    evaluation.keys.put("holdout", null);
    evaluation.keys.put("champion", models.likeliest());
    evaluation.warnings.add(
        "holdout is null: a summary does not tell what came later; champion is the likeliest model");
    return evaluation.result();
  }

  private EvaluationResult judged(PurchaseLog log, Question question) {
    LocalDate end = question.calibrateTo();
    LocalDate last = question.holdoutTo().orElse(log.lastDay());
    double unit = question.unit().days();
    CustomerSummaries customers = log.at(end, unit, question.minimumPurchases());
    Optional<String> tooLittle = tooLittle(customers);
    if (tooLittle.isPresent()) {
      return EvaluationResult.refused(tooLittle.get());
    }
    PurchaseModels models = fit(customers, question.unit());
    SpendFit spend = question.hasAmounts() ? spend(customers) : noSpend();
    long days = ChronoUnit.DAYS.between(end, last);
    if (days < 1) {
      warnings.add("holdout is null: the file ends with the calibration, " + log.lastDay());
      keys.put("holdout", null);
      keys.put("champion", models.likeliest());
      return result();
    }
    Choice choice = Choice.within(log, end, days, unit);
    if (choice == null) {
      warnings.add("champion is the likeliest model: the calibration is too short to be parted");
    }
    String champion = choice == null ? models.likeliest() : choice.champion();
    Holdout holdout =
        new Holdout(customers, log.outcome(customers, end, last), models, days / unit, unit);
    keys.put("holdout", holdout.keys(champion, spend, end.plusDays(1), last));
    keys.put("champion", champion);
    keys.put("choice", choice == null ? null : choice.keys());
    return result().withSheet(holdout.sheet(champion, spend));
  }

  private static Optional<String> tooLittle(CustomerSummaries customers) {
    if (customers.size() < LEAST_CUSTOMERS) {
      return Optional.of(
          "Cannot judge value models: "
              + customers.size()
              + " customers bought in the calibration, "
              + LEAST_CUSTOMERS
              + " are needed; take a longer one or more customers.");
    }
    boolean hasRepeat = Arrays.stream(customers.repeats()).anyMatch(x -> x > 0);
    return hasRepeat
        ? Optional.empty()
        : Optional.of(
            "Cannot judge value models: no customer bought twice in the calibration, so there is"
                + " no rhythm to learn; take a longer one.");
  }

  private PurchaseModels fit(CustomerSummaries customers, TimeUnit unit) {
    Histories histories = customers.histories();
    PurchaseModels models = PurchaseModels.of(histories);
    keys.put("customers", customers.size());
    keys.put("repeat_purchases", Math.round(histories.repeatPurchases()));
    keys.put("distinct_histories", histories.size());
    keys.put("unit", unit.name().toLowerCase(Locale.ROOT));
    Map<String, Object> described = new LinkedHashMap<>();
    models.fits().forEach((name, fit) -> described.put(name, described(fit)));
    keys.put("models", described);
    return models;
  }

  private Map<String, Object> described(ModelFit fit) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("parameters", fit.parameters());
    model.put("standard_errors", fit.standardErrors());
    model.put("log_likelihood", fit.logLikelihood());
    model.put("converged", fit.isConverged());
    model.put("degenerate", fit.isDegenerate());
    if (fit.model() instanceof PoissonGamma nbd) {
      model.put(
          "fallback", ModelFit.named(List.of("r", "alpha"), new double[] {nbd.r(), nbd.alpha()}));
      warnings.add(
          fit.name()
              + ": the data show no drop-out that it could tell from chance, so its parameters"
              + " mean nothing; the NBD without drop-out predicts in its place");
    }
    return model;
  }

  private SpendFit noSpend() {
    warnings.add("spend and gamma_gamma are null: --amount is not given");
    models().put("gamma_gamma", null);
    return null;
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> models() {
    return (Map<String, Object>) keys.get("models");
  }

  private SpendFit spend(CustomerSummaries customers) {
    Spends spends = customers.repeatSpends();
    if (spends.size() < LEAST_CUSTOMERS) {
      warnings.add(
          "spend and gamma_gamma are null: "
              + spends.size()
              + " customers have repeat purchases that cost something, "
              + LEAST_CUSTOMERS
              + " are needed");
      models().put("gamma_gamma", null);
      return null;
    }
    SpendFit fit = SpendFit.of(spends);
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("parameters", fit.parameters());
    model.put("standard_errors", fit.standardErrors());
    model.put("log_likelihood", fit.logLikelihood());
    model.put("converged", fit.isConverged());
    model.put("degenerate", fit.isDegenerate());
    model.put("customers", fit.customers());
    model.put("frequency_value_correlation", fit.correlation());
    models().put("gamma_gamma", model);
    if (fit.isDegenerate()) {
      warnings.add("gamma_gamma: mean spends do not vary as it supposes; plain means predict");
    }
    return fit;
  }

  private EvaluationResult result() {
    return EvaluationResult.of(keys).withWarnings(warnings);
  }
}
