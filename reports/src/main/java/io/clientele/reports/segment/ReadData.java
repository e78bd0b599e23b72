package io.clientele.reports.segment;

import static io.clientele.reports.segment.ReadSegments.money;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.ChurnFacts.Counted;
import io.clientele.reports.segment.DataFacts.Load;
import io.clientele.reports.segment.DataFacts.Quarantine;
import io.clientele.reports.segment.DataFacts.Source;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the report says about its data. */
final class ReadData {
  private static final String QUARANTINE =
      """
      SELECT count(*), sum(amount), count(*) FILTER (amount IS NULL)
      FROM raw_quarantine WHERE status = 'open'""";
  private static final String REASONS =
      """
      SELECT reason, count(*)
      FROM (SELECT unnest(reasons) AS reason FROM raw_quarantine WHERE status = 'open')
      GROUP BY reason ORDER BY count(*) DESC, reason LIMIT 8""";
  private static final String ANONYMOUS =
      """
      SELECT count(*) FILTER (customer_key = -1), count(*),
             sum(line_amount) FILTER (customer_key = -1), sum(line_amount)
      FROM fct_sales
      WHERE is_purchase AND order_date < ?::DATE AND order_date >= ?::DATE - 365""";
  private static final String SOURCES =
      """
      SELECT source, max(newest_sale), max(newest_delivery)::DATE
      FROM (SELECT source, max(order_date) AS newest_sale, NULL::TIMESTAMPTZ AS newest_delivery
            FROM fct_sales WHERE order_date < ?::DATE GROUP BY source
            UNION ALL BY NAME
            SELECT source, NULL::DATE AS newest_sale, max(effective_at) AS newest_delivery
            FROM raw_batch WHERE status = 'landed' GROUP BY source)
      GROUP BY source ORDER BY source""";
  private static final String LOADS =
      """
      SELECT source, entity,
             sum(row_count) FILTER (outcome = 'landed'),
             sum(row_count) FILTER (outcome = 'quarantined'),
             sum(row_count) FILTER (outcome = 'staged'),
             sum(row_count) FILTER (outcome = 'filtered'),
             sum(row_count) FILTER (outcome = 'loaded'),
             sum(row_count) FILTER (outcome IN ('repeated', 'replaced', 'refused')),
             sum(amount) FILTER (outcome = 'landed')
      FROM rpt_load_summary WHERE outcome <> 'fact' GROUP BY source, entity ORDER BY source, entity""";
  private static final String UNREADABLE =
      """
      SELECT source || ': ' || coalesce(file_name, batch_id) || coalesce(' (' || note || ')', '')
      FROM raw_batch WHERE status = 'unreadable' ORDER BY arrived_at DESC, batch_id LIMIT 10""";

  private ReadData() {}

  static DataFacts facts(PublishedWarehouse warehouse) {
    String asOf = warehouse.publication().asOf().toString();
    List<Object> sales =
        warehouse
            .first(
                ANONYMOUS,
                row ->
                    List.<Object>of(row.getLong(1), row.getLong(2), money(row, 3), money(row, 4)),
                asOf,
                asOf)
            .orElseThrow();
    return new DataFacts(
        warehouse
            .first(QUARANTINE, row -> new Quarantine(row.getLong(1), money(row, 2), row.getLong(3)))
            .orElseThrow(),
        warehouse.rows(REASONS, row -> new Counted(row.getString(1), row.getLong(2))),
        (Long) sales.get(0),
        (Long) sales.get(1),
        (BigDecimal) sales.get(2),
        (BigDecimal) sales.get(3),
        sources(warehouse, asOf),
        loads(warehouse),
        warehouse.rows(UNREADABLE, row -> row.getString(1)));
  }

  private static List<Source> sources(PublishedWarehouse warehouse, String asOf) {
    return warehouse.rows(
        SOURCES,
        row ->
            new Source(
                row.getString(1),
                Optional.ofNullable(row.getObject(2, LocalDate.class)),
                Optional.ofNullable(row.getObject(3, LocalDate.class))),
        asOf);
  }

  private static List<Load> loads(PublishedWarehouse warehouse) {
    return warehouse.rows(
        LOADS,
        row ->
            new Load(
                row.getString(1),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                optionalCount(row, 7),
                optionalCount(row, 8),
                Optional.ofNullable(row.getBigDecimal(9))));
  }

  private static OptionalLong optionalCount(ResultSet row, int column) throws SQLException {
    long count = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
