package io.clientele.models.churn;

import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether there is enough to train on; refuses with the reason and what would help.
 *
 * @param customers customers with a purchase
 * @param repeaters customers with at least two purchase days
 * @param historyDays days from the first purchase of all to the as-of date
 */
record Readiness(long customers, long repeaters, int historyDays) {
  /** Share of customers who come back below which leaving cannot be told from never returning. */
  private static final double MIN_REPEATERS = 0.05;

  /** From tonight's features. */
  static Readiness of(Dataset<Row> tonight) {
    Row row =
        tonight
            .agg(
                expr("count(1)"),
                expr("count_if(purchase_day_count >= 2)"),
                expr("coalesce(max(days_since_first_purchase), 0)"))
            .first();
    return new Readiness(row.getLong(0), row.getLong(1), row.getInt(2));
  }

  LocalDate firstPurchase(LocalDate asOf) {
    return asOf.minusDays(historyDays);
  }

  /** Why there can be no model, before anything expensive runs; empty = go on. */
  Optional<String> refusal(ChurnOptions options) {
    int needed = 2 * options.horizonDays() + 1;
    if (customers < options.minCustomers()) {
      return refuse(
          customers + " customers with a purchase, at least " + options.minCustomers() + " needed",
          "load more customers");
    }
    if (historyDays < needed) {
      return refuse(
          "history of " + historyDays + " days, at least two horizons (" + needed + " days) needed",
          "load older sales or choose a shorter horizon");
    }
    if (repeaters < MIN_REPEATERS * customers) {
      return refuse(
          repeaters
              + " of "
              + customers
              + " customers bought on more than one day, so leaving cannot be told from never"
              + " coming back",
          "use the RFM segments instead");
    }
    return Optional.empty();
  }

  /** Why there can be no model, after labels and inputs are known; empty = go on. */
  static Optional<String> refusal(TrainingSummary summary, ChurnOptions options) {
    if (summary.leaks() > 0) {
      return refuse(
          summary.leaks() + " training rows used something known only later",
          "report this, the leak guard should have kept it out");
    }
    Optional<String> window =
        window("training", summary.trainingRows(), summary.trainingPositives(), options)
            .or(
                () ->
                    window("held-out", summary.heldOutRows(), summary.heldOutPositives(), options));
    if (window.isPresent()) {
      return window;
    }
    if (summary.varying().isEmpty()) {
      return refuse("every input is the same for all customers", "check the purchase dates");
    }
    return Optional.empty();
  }

  private static Optional<String> window(
      String name, long rows, long positives, ChurnOptions options) {
    if (rows < options.minCustomers()) {
      return refuse(
          rows + " rows in the " + name + " window, at least " + options.minCustomers() + " needed",
          "load older sales");
    }
    if (Math.min(positives, rows - positives) < options.minPerClass()) {
      return refuse(
          positives
              + " leavers among "
              + rows
              + " rows of the "
              + name
              + " window, at least "
              + options.minPerClass()
              + " and as many stayers needed",
          "choose another horizon");
    }
    return Optional.empty();
  }

  static Optional<String> refuse(String reason, String nextMove) {
    return Optional.of("Cannot train churn: " + reason + "; " + nextMove + ".");
  }
}
