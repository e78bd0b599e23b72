package io.clientele.reports.segment;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.OperationFacts.Opportunities;
import io.clientele.reports.segment.OperationFacts.Owner;
import io.clientele.reports.segment.OperationFacts.Payments;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Cases, opportunities and payments before the as-of date, summed while they are read. */
final class ReadOperations {
  private static final String CASES =
      """
      SELECT coalesce(c.department, '(none)'), coalesce(e.employee_name, c.employee_id, '(none)'),
             count(*), count(*) FILTER (lower(c.case_kind) LIKE 'complaint%'),
             count(*) FILTER (c.is_open), avg(c.response_hours), avg(c.resolution_hours)
      FROM fct_service_case c LEFT JOIN dim_employee e ON e.employee_id = c.employee_id
      WHERE c.opened_at::DATE < ?::DATE AND c.opened_at::DATE >= ?::DATE - 365
      GROUP BY 1, 2 ORDER BY count(*) DESC, 1, 2""";
  private static final String OPPORTUNITIES =
      """
      SELECT coalesce(s.opportunity_region, '(none)'), coalesce(e.department, '(none)'), s.stage,
             s.currency_code, count(*), coalesce(sum(s.amount), 0)
      FROM fct_opportunity_stage s LEFT JOIN dim_employee e USING (employee_key)
      WHERE s.is_current_stage AND s.entered_on < ?::DATE
      GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 4, 3""";
  private static final String PAYMENTS =
      """
      SELECT coalesce(payment_method, '(none)'), count(*), sum(amount),
             count(*) FILTER (days_late > 0), avg(days_late) FILTER (days_late > 0),
             count(*) FILTER (NOT is_paid AND due_on < ?::DATE),
             coalesce(sum(amount) FILTER (NOT is_paid AND due_on < ?::DATE), 0)
      FROM fct_payment
      WHERE NOT is_refund AND billed_on < ?::DATE AND billed_on >= ?::DATE - 365
      GROUP BY 1 ORDER BY sum(amount) DESC, 1""";

  private ReadOperations() {}

  static OperationFacts facts(PublishedWarehouse warehouse) {
    String asOf = warehouse.publication().asOf().toString();
    return new OperationFacts(
        warehouse.rows(CASES, ReadOperations::owner, asOf, asOf),
        warehouse.rows(OPPORTUNITIES, ReadOperations::opportunities, asOf),
        warehouse.rows(PAYMENTS, ReadOperations::payments, asOf, asOf, asOf, asOf));
  }

  private static Owner owner(ResultSet row) throws SQLException {
    return new Owner(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        mean(row, 6),
        mean(row, 7));
  }

  private static Opportunities opportunities(ResultSet row) throws SQLException {
    return new Opportunities(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getBigDecimal(6));
  }

  private static Payments payments(ResultSet row) throws SQLException {
    return new Payments(
        row.getString(1),
        row.getLong(2),
        Optional.ofNullable(row.getBigDecimal(3)).orElse(BigDecimal.ZERO),
        row.getLong(4),
        mean(row, 5),
        row.getLong(6),
        row.getBigDecimal(7));
  }

  private static double mean(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
