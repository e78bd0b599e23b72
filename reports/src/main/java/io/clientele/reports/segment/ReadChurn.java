package io.clientele.reports.segment;

import static io.clientele.reports.segment.ReadSegments.money;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.ChurnFacts.Band;
import io.clientele.reports.segment.ChurnFacts.Counted;
import io.clientele.reports.segment.ChurnFacts.Health;
import io.clientele.reports.segment.ChurnFacts.Reason;
import io.clientele.reports.segment.ChurnFacts.Tenth;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the report says about leaving. */
final class ReadChurn {
  private static final String NEWEST =
      "as_of_date = (SELECT max(as_of_date) FROM scr_customer_churn)";
  private static final String DEFINITION =
      "SELECT min(churn_definition), max(horizon_days) FROM scr_customer_churn WHERE " + NEWEST;
  private static final String BANDS =
      "SELECT band, customer_count, value_at_risk FROM rpt_churn_outlook ORDER BY band";
  private static final String REASONS =
      """
      SELECT reason_1_code, count(*), sum(value_at_risk),
             arg_max(reason_1_text, (value_at_risk, customer_id))
      FROM scr_customer_churn
      WHERE risk_band IN ('high', 'very high') AND reason_1_code IS NOT NULL AND\s"""
          + NEWEST
          + " GROUP BY reason_1_code ORDER BY count(*) DESC, reason_1_code LIMIT 6";
  private static final String NOT_SCORED =
      "SELECT coalesce(ineligible_reason, 'no reason given'), count(*) FROM scr_customer_churn"
          + " WHERE NOT is_eligible AND "
          + NEWEST
          + " GROUP BY 1 ORDER BY 2 DESC, 1";
  private static final String BACKTEST =
      """
      SELECT tenth, sum(customer_count), sum(customer_count * mean_predicted) / sum(customer_count),
             sum(customer_count * realised_share) / sum(customer_count)
      FROM rpt_churn_backtest
      WHERE model_version = ? AND customer_count > 0
      GROUP BY tenth ORDER BY tenth""";

  private ReadChurn() {}

  static ChurnFacts facts(PublishedWarehouse warehouse) {
    Optional<Health> health = ReadHealth.of(warehouse, "churn");
    Map.Entry<String, Integer> definition =
        warehouse
            .first(
                DEFINITION,
                row -> Map.entry(Optional.ofNullable(row.getString(1)).orElse(""), row.getInt(2)))
            .orElse(Map.entry("", 0));
    return new ChurnFacts(
        health,
        definition.getKey(),
        definition.getValue(),
        bands(warehouse),
        reasons(warehouse),
        warehouse.rows(NOT_SCORED, row -> new Counted(row.getString(1), row.getLong(2))),
        backtest(warehouse, health.map(Health::version).orElse("")));
  }

  private static List<Band> bands(PublishedWarehouse warehouse) {
    return warehouse.rows(BANDS, row -> new Band(row.getInt(1), row.getLong(2), money(row, 3)));
  }

  private static List<Reason> reasons(PublishedWarehouse warehouse) {
    return warehouse.rows(
        REASONS,
        row -> new Reason(row.getString(1), row.getLong(2), money(row, 3), row.getString(4)));
  }

  private static List<Tenth> backtest(PublishedWarehouse warehouse, String version) {
    return warehouse.rows(
        BACKTEST,
        row -> new Tenth(row.getInt(1), row.getLong(2), row.getDouble(3), row.getDouble(4)),
        version);
  }
}
