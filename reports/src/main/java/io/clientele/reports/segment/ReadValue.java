package io.clientele.reports.segment;

import static io.clientele.reports.segment.ReadSegments.money;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.ValueFacts.Tenth;

/** What the report says about what customers will be worth. */
final class ReadValue {
  private static final String TENTHS =
      """
      SELECT value_decile, count(*), sum(current_value), sum(lifetime_value), sum(naive_value),
             avg(p_no_purchase_in_horizon), avg(lifetime_value_low), avg(lifetime_value_high)
      FROM scr_customer_value WHERE as_of_date = ?::DATE AND value_decile IS NOT NULL
      GROUP BY value_decile ORDER BY value_decile""";

  private ReadValue() {}

  static ValueFacts facts(PublishedWarehouse warehouse) {
    return new ValueFacts(
        ReadHealth.of(warehouse, "value"),
        warehouse.rows(
            TENTHS,
            row ->
                new Tenth(
                    row.getInt(1),
                    row.getLong(2),
                    money(row, 3),
                    money(row, 4),
                    money(row, 5),
                    row.getDouble(6),
                    money(row, 7),
                    money(row, 8)),
            warehouse.publication().asOf().toString()));
  }
}
