package io.clientele.models.crosssell.nightly;

import static org.apache.spark.sql.functions.expr;

import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether there is enough to learn from, told by the features of the night before a sales line is
 * read.
 *
 * @param customers customers with a purchase
 * @param repeaters customers with at least two purchase days
 * @param historyDays days from the first purchase of all to the as-of date
 */
record Enough(long customers, long repeaters, int historyDays) {
  private static final int LEAST_CUSTOMERS = 300;
  private static final int LEAST_REPEATERS = 100;
  private static final int LEAST_HISTORY_DAYS = 120;

  /** From tonight's features, in one small job. */
  static Enough of(Dataset<Row> tonight) {
    Row row =
        tonight
            .agg(
                expr("count(1)"),
                expr("count_if(purchase_day_count >= 2)"),
                expr("coalesce(max(days_since_first_purchase), 0)"))
            .first();
    return new Enough(row.getLong(0), row.getLong(1), row.getInt(2));
  }

  /** Why not; empty = enough. */
  Optional<String> refusal() {
    if (customers < LEAST_CUSTOMERS || repeaters < LEAST_REPEATERS) {
      return refuse(
          "%,d customers, %,d of them bought on two days or more; it needs %d and %d",
          customers, repeaters, LEAST_CUSTOMERS, LEAST_REPEATERS);
    }
    return historyDays < LEAST_HISTORY_DAYS
        ? refuse("%d days of history; it needs %d", historyDays, LEAST_HISTORY_DAYS)
        : Optional.empty();
  }

  static Optional<String> refuse(String reason, Object... values) {
    return Optional.of(
        "Cannot look for cross-sell: "
            + String.format(Locale.ROOT, reason, values)
            + ", load more.");
  }
}
