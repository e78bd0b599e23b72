package io.clientele.models.value;

import io.clientele.models.evaluation.EvaluationResult;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
    evaluation.keys.put("champion", models.likeliestFit().name());
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
      keys.put("champion", models.likeliestFit().name());
      return result();
    }
    Optional<Choice.Window> window = Choice.Window.inside(log, end, days, unit);
    String champion = purchaseChampion(log, models, window, question);
    Map<String, double[]> spends = Map.of();
    String spendChampion = null;
    if (spend != null) {
      SpendForecasts forecasts = forecasts(log, champion, days, question);
      spends = forecasts.at(end);
      keys.put("season_factor", forecasts.seasonFactor(end).orElse(1));
      spendChampion = spendChampion(log, champion, window, question);
    }
    Holdout holdout =
        new Holdout(
            customers, log.outcome(customers, end, last), models, spends, days / unit, unit);
    keys.put("holdout_from", end.plusDays(1).toString());
    keys.put("holdout_to", last.toString());
    keys.put("holdout", holdout.keys(champion, spendChampion));
    if (end.plusDays(1).minusYears(1).isBefore(log.firstDay())) {
      warnings.add(unseenSeason(log) + holdout.shares(champion, spendChampion));
    }
    return result().withSheet(holdout.sheet(champion, spendChampion));
  }

  private static String unseenSeason(PurchaseLog log) {
    return "season: the file begins "
        + log.firstDay()
        + ", so the time of the holdout was never seen a year before and its season could not be"
        + " learnt; foretold were ";
  }

  private String purchaseChampion(
      PurchaseLog log, PurchaseModels models, Optional<Choice.Window> window, Question question) {
    if (window.isEmpty()) {
      warnings.add("champion is the likeliest model: the calibration is too short to be parted");
      keys.put("champion", models.likeliestFit().name());
      return models.likeliestFit().name();
    }
    Choice.Window judged = window.get();
    double unit = question.unit().days();
    CustomerSummaries customers = log.at(judged.cut(), unit, question.minimumPurchases());
    Choice choice =
        Choice.among(
            PurchaseModels.of(customers.histories()).purchases(customers, judged.days() / unit),
            log.outcome(customers, judged.cut(), judged.end()).purchases(),
            judged);
    keys.put("champion", choice.champion());
    keys.put("choice", choice.keys());
    return choice.champion();
  }

  /** Among the ways that history carried inside the calibration; expected x mean when none did. */
  private String spendChampion(
      PurchaseLog log, String champion, Optional<Choice.Window> window, Question question) {
    String chosen = SpendForecasts.PROBABILITY;
    if (window.isPresent()) {
      Choice.Window judged = window.get();
      CustomerSummaries customers =
          log.at(judged.cut(), question.unit().days(), question.minimumPurchases());
      if (customers.repeatSpends().size() >= LEAST_CUSTOMERS) {
        Choice choice =
            Choice.among(
                forecasts(log, champion, judged.days(), question).at(judged.cut()),
                log.outcome(customers, judged.cut(), judged.end()).spend(),
                judged);
        keys.put("spend_choice", choice.keys());
        chosen = choice.champion();
      }
    }
    keys.put("spend_champion", chosen);
    return chosen;
  }

  private static SpendForecasts forecasts(
      PurchaseLog log, String champion, long days, Question question) {
    return new SpendForecasts(
        log, champion, days, question.unit().days(), question.minimumPurchases());
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
    return customers.hasRepeats()
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
    if (fit.standardErrors().containsValue(Double.NaN)) {
      warnings.add(
          fit.name() + ": standard errors are null, the likelihood is flat where it is highest");
    }
    if (fit.isAtBound() && !fit.isDegenerate()) {
      warnings.add(
          fit.name() + ": a parameter ran to its bound; the data do not tell it from infinity");
    }
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
