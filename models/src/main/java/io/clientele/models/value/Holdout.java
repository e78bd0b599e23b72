package io.clientele.models.value;

import io.clientele.models.evaluation.EvaluationResult;
import io.clientele.models.evaluation.RocAuc;
import io.clientele.models.evaluation.Tally;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forecasts held against what customers did afterwards. */
final class Holdout {
  private final CustomerSummaries customers;
  private final PurchaseLog.Outcome outcome;
  private final PurchaseModels models;
  private final double horizon;
  private final double unit;
  private final Map<String, double[]> purchases;
  private final Map<String, double[]> spends;

  /**
   * @param spends expected spend by each way to foretell it; empty without amounts
   */
  Holdout(
      CustomerSummaries customers,
      PurchaseLog.Outcome outcome,
      PurchaseModels models,
      Map<String, double[]> spends,
      double horizon,
      double unit) {
    this.customers = customers;
    this.outcome = outcome;
    this.models = models;
    this.horizon = horizon;
    this.unit = unit;
    this.purchases = models.purchases(customers, horizon);
    this.spends = spends;
  }

  /** The part {@code holdout} of the contract; without amounts its spend is null. */
  Map<String, Object> keys(String champion, String spendChampion) {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("purchases_actual", Math.round(sum(outcome.purchases())));
    Map<String, Object> byModel = new LinkedHashMap<>();
    purchases.forEach((name, predicted) -> byModel.put(name, counts(predicted)));
    byModel.put(RateRule.NAME, counts(RateRule.purchases(customers, horizon)));
    keys.put("purchases", byModel);
    keys.put("spend", spends.isEmpty() ? null : amounts(spendChampion));
    Map<String, Object> silence = new LinkedHashMap<>();
    silence.put("champion", silence(noPurchase(champion)));
    silence.put("longest_gap_rule", silence(RateRule.longestGap(customers)));
    keys.put("no_purchase", silence);
    return keys;
  }

  /** Foretold sums as shares of what came, in words. */
  String shares(String champion, String spendChampion) {
    String purchased =
        share(purchases.get(champion), outcome.purchases()) + " of the purchases that came";
    return spends.isEmpty()
        ? purchased
        : purchased + " and " + share(spends.get(spendChampion), outcome.spend()) + " of the spend";
  }

  private static String share(double[] predicted, double[] actual) {
    return Math.round(100 * sum(predicted) / sum(actual)) + " %";
  }

  private Map<String, Object> counts(double[] predicted) {
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("predicted", sum(predicted));
    measures.put("mae", Measures.meanAbsoluteError(predicted, outcome.purchases()));
    measures.put("rmse", Measures.rootMeanSquare(predicted, outcome.purchases()));
    measures.put("correlation", Measures.correlation(predicted, outcome.purchases()));
    return measures;
  }

  private Map<String, Object> amounts(String champion) {
    Map<String, Object> byModel = new LinkedHashMap<>();
    byModel.put("champion", amounts(spends.get(champion)));
    byModel.put("naive", amounts(RateRule.spend(customers, horizon, 1 / unit)));
    spends.forEach((name, predicted) -> byModel.put(name, amounts(predicted)));
    return byModel;
  }

  private Map<String, Object> amounts(double[] predicted) {
    double[] actual = outcome.spend();
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("mae", Measures.meanAbsoluteError(predicted, actual));
    measures.put("normalised_gini", Measures.normalisedGini(predicted, actual));
    measures.put("sum_ratio", sum(predicted) / sum(actual));
    measures.put("top_decile_capture", Measures.topDecileCapture(predicted, actual));
    measures.put("spearman", Measures.spearman(predicted, actual));
    return measures;
  }

  private double[] noPurchase(String champion) {
    PurchaseModel model = models.fits().get(champion).model();
    return customers.of((x, last, age) -> model.noPurchase(x, last, age, horizon));
  }

  private Map<String, Object> silence(double[] probability) {
    List<Tally> tallies = new ArrayList<>();
    double squares = 0;
    for (int i = 0; i < probability.length; i++) {
      int isSilent = outcome.purchases()[i] == 0 ? 1 : 0;
      tallies.add(new Tally(probability[i], 1, isSilent));
      squares += (probability[i] - isSilent) * (probability[i] - isSilent);
    }
    Map<String, Object> measures = new LinkedHashMap<>();
    measures.put("roc_auc", RocAuc.of(merged(tallies)));
    measures.put("brier", squares / probability.length);
    return measures;
  }

  /** Equal scores as one tally: ties count half. */
  private static List<Tally> merged(List<Tally> single) {
    Map<Double, Tally> byScore = new LinkedHashMap<>();
    for (Tally each : single) {
      byScore.merge(
          each.score(),
          each,
          (a, b) -> new Tally(a.score(), a.count() + b.count(), a.positives() + b.positives()));
    }
    return List.copyOf(byScore.values());
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  /** One row per customer. */
  EvaluationResult.Sheet sheet(String champion, String spendChampion) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put("repeat_purchases", customers.of((x, last, age) -> x));
    columns.put("last_purchase_age", customers.lastAges());
    columns.put("observation_age", customers.ages());
    columns.put("p_alive", customers.of(models.fits().get(champion).model()::alive));
    columns.put("p_no_purchase", noPurchase(champion));
    columns.put("expected_purchases", purchases.get(champion));
    if (!spends.isEmpty()) {
      columns.put("expected_spend", spends.get(spendChampion));
    }
    columns.put("actual_purchases", outcome.purchases());
    columns.put("actual_spend", outcome.spend());
    List<String> names = new ArrayList<>(List.of("customer"));
    names.addAll(columns.keySet());
    return new EvaluationResult.Sheet("predictions.csv", names, new Rows(columns.values()));
  }

  /** The columns as rows, made when they are asked for. */
  private final class Rows extends AbstractList<List<?>> {
    private final Collection<double[]> columns;

    private Rows(Collection<double[]> columns) {
      this.columns = columns;
    }

    @Override
    public List<?> get(int i) {
      List<Object> row = new ArrayList<>();
      row.add(customers.customers().get(i));
      columns.forEach(column -> row.add(column[i]));
      return row;
    }

    @Override
    public int size() {
      return customers.size();
    }
  }
}
