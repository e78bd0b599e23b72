package io.clientele.reports.segment;

import io.clientele.reports.published.PublishedWarehouse;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalDouble;

/** Segments and sales of the report. */
final class ReadSegments {
  private static final String SEGMENTS =
      """
      SELECT segment_kind, segment, customer_count, customer_share, spend_last_365_days, spend_share,
             mean_days_since_last_purchase, mean_churn_probability, value_at_risk
      FROM rpt_segment_profile
      ORDER BY segment_kind, spend_last_365_days DESC, segment""";

  /**
   * Fourteen months and the same months of the year before. Nothing on or after the as-of date: a
   * day that starts a month ends the month before.
   */
  private static final String SALES =
      """
      SELECT year_month, channel_name, sum(line_amount)
      FROM rpt_sales_month
      WHERE year_month <= strftime(?::DATE - 1, '%Y-%m')
        AND year_month > strftime(?::DATE - 1 - INTERVAL 26 MONTH, '%Y-%m')
      GROUP BY year_month, channel_name
      ORDER BY year_month, channel_name""";

  private ReadSegments() {}

  static List<SegmentRow> rows(PublishedWarehouse warehouse) {
    return warehouse.rows(
        SEGMENTS,
        row ->
            new SegmentRow(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getDouble(4),
                money(row, 5),
                optional(row, 6),
                optional(row, 7),
                optional(row, 8),
                money(row, 9)));
  }

  static List<SalesMonth> sales(PublishedWarehouse warehouse) {
    String asOf = warehouse.publication().asOf().toString();
    return warehouse.rows(
        SALES,
        row -> new SalesMonth(row.getString(1), row.getString(2), money(row, 3)),
        asOf,
        asOf);
  }

  static OptionalDouble optional(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  static BigDecimal money(ResultSet row, int column) throws SQLException {
    BigDecimal value = row.getBigDecimal(column);
    return value == null ? BigDecimal.ZERO : value;
  }
}
