package io.clientele.models.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Spend in a horizon by each way to foretell it: expected purchases x expected mean spend, a
 * regression on what customers did before earlier cut-offs (several of them: Gattermann-Itschert
 * and Thonemann, EJOR 2021), and the mean of both.
 */
final class SpendForecasts {
  static final String PROBABILITY = "probability_model";
  static final String REGRESSION = "ml_regression";
  static final String BLEND = "blend";

  private static final int CUT_OFFS = 4;
  private static final int SPACING_DAYS = 30;
  private static final int LEAST_ROWS = 300;
  private static final int LEAST_HISTORY_DAYS = 90;

  /** A year before says more of this year than that it is double or half. */
  private static final double MOST_SEASON = 2;

  private final PurchaseLog log;
  private final String purchaseModel;
  private final double unit;
  private final long days;
  private final int minimumPurchases;

  /**
   * @param purchaseModel name of the model that foretells purchases
   * @param days length of the forecast
   * @param unit days of a time unit
   */
  SpendForecasts(
      PurchaseLog log, String purchaseModel, long days, double unit, int minimumPurchases) {
    this.log = log;
    this.purchaseModel = purchaseModel;
    this.days = days;
    this.unit = unit;
    this.minimumPurchases = minimumPurchases;
  }

  /**
   * Expected spend of the customers at a day; regression and blend where history carries them. All
   * are multiplied by the season factor.
   */
  Map<String, double[]> at(LocalDate day) {
    Map<String, double[]> forecasts = plain(day);
    double factor = seasonFactor(day).orElse(1);
    forecasts.replaceAll(
        (name, values) -> Arrays.stream(values).map(value -> value * factor).toArray());
    return forecasts;
  }

  /**
   * What came / what the probability model foretold on the same days a year before, so that a
   * season that was seen once is known; empty without such a year.
   */
  OptionalDouble seasonFactor(LocalDate day) {
    LocalDate before = day.minusYears(1);
    if (before.minusDays(Math.max(days, LEAST_HISTORY_DAYS)).isBefore(log.firstDay())) {
      return OptionalDouble.empty();
    }
    CustomerSummaries customers = log.at(before, unit, minimumPurchases);
    if (customers.size() < LEAST_ROWS || customers.repeatSpends().size() < LEAST_ROWS / 10) {
      return OptionalDouble.empty();
    }
    double came = sum(log.outcome(customers, before, before.plusDays(days)).spend());
    double factor = came / sum(new Inputs(before).expected);
    return OptionalDouble.of(Math.max(1 / MOST_SEASON, Math.min(MOST_SEASON, factor)));
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  private Map<String, double[]> plain(LocalDate day) {
    Inputs now = new Inputs(day);
    Map<String, double[]> forecasts = new LinkedHashMap<>();
    forecasts.put(PROBABILITY, now.expected);
    TweedieRegression regression = trained(day);
    if (regression != null) {
      double[] predicted = Arrays.stream(now.rows()).mapToDouble(regression::predicted).toArray();
      double[] blend =
          IntStream.range(0, predicted.length)
              .mapToDouble(i -> (predicted[i] + now.expected[i]) / 2)
              .toArray();
      forecasts.put(REGRESSION, predicted);
      forecasts.put(BLEND, blend);
    }
    return forecasts;
  }

  /** Trained on outcomes that closed by the day; null when there are too few. */
  private TweedieRegression trained(LocalDate day) {
    List<double[]> rows = new ArrayList<>();
    List<Double> amounts = new ArrayList<>();
    for (int k = 0; k < CUT_OFFS; k++) {
      LocalDate cut = day.minusDays(days + (long) k * SPACING_DAYS);
      if (cut.isBefore(log.firstDay().plusDays(SPACING_DAYS))) {
        break;
      }
      CustomerSummaries customers = log.at(cut, unit, minimumPurchases);
      if (customers.size() < LEAST_ROWS || customers.repeatSpends().size() < LEAST_ROWS / 10) {
        break;
      }
      double[] spend = log.outcome(customers, cut, cut.plusDays(days)).spend();
      rows.addAll(List.of(new Inputs(cut).rows()));
      Arrays.stream(spend).forEach(each -> amounts.add(Math.max(0, each)));
    }
    boolean hasAny = amounts.stream().anyMatch(amount -> amount > 0);
    return hasAny
        ? TweedieRegression.fit(
            rows.toArray(double[][]::new), amounts.stream().mapToDouble(each -> each).toArray())
        : null;
  }

  /** What was known of customers at a day. */
  private final class Inputs {
    private final LocalDate day;
    private final CustomerSummaries customers;
    private final double[] purchases;
    private final double[] means;
    private final double[] expected;

    private Inputs(LocalDate day) {
      this.day = day;
      this.customers = log.at(day, unit, minimumPurchases);
      PurchaseModel model = ModelFit.of(purchaseModel, customers.histories()).model();
      this.purchases =
          customers.of((x, last, age) -> model.expectedPurchases(x, last, age, days / unit));
      this.means = SpendFit.of(customers.repeatSpends()).meanSpends(customers);
      this.expected =
          IntStream.range(0, means.length).mapToDouble(i -> purchases[i] * means[i]).toArray();
    }

    /** Logarithms of counts, times and amounts, of all time and of windows before the day. */
    private double[][] rows() {
      List<double[]> columns = new ArrayList<>();
      columns.add(customers.of((x, last, age) -> x));
      columns.add(customers.of((x, last, age) -> (age - last) * unit));
      columns.add(customers.of((x, last, age) -> age * unit));
      columns.add(customers.of((x, last, age) -> last * unit));
      columns.add(customers.spends());
      columns.add(customers.repeatMeans());
      columns.add(purchases);
      columns.add(means);
      columns.add(expected);
      for (long window : new long[] {days / 3, 2 * days / 3, days, 2 * days}) {
        PurchaseLog.Outcome recent = log.outcome(customers, day.minusDays(window), day);
        columns.add(recent.purchases());
        columns.add(recent.spend());
      }
      return IntStream.range(0, customers.size())
          .mapToObj(
              i ->
                  columns.stream()
                      .mapToDouble(column -> Math.log1p(Math.max(0, column[i])))
                      .toArray())
          .toArray(double[][]::new);
    }
  }
}
