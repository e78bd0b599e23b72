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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the report says about its data. */
final class ReadData {
  private static final int SHOWN_REASONS = 8;
  private static final String QUARANTINE =
      """
      SELECT count(*), count(s.entity), sum(q.amount) FILTER (s.entity IS NOT NULL),
             count(s.entity) FILTER (q.amount IS NULL)
      FROM raw_quarantine q
      LEFT JOIN (SELECT DISTINCT source, entity FROM rpt_load_summary
                 WHERE canonical_entity = 'sales_line') s
        ON s.source = q.source AND s.entity = q.entity
      WHERE q.status = 'open'""";
  private static final String REASONS =
      """
      SELECT reason, count(*)
      FROM (SELECT unnest(reasons) AS reason FROM raw_quarantine WHERE status = 'open')
      GROUP BY reason ORDER BY count(*) DESC, reason""";
  private static final String ANONYMOUS =
      """
      SELECT count(*) FILTER (customer_key = -1), count(*),
             sum(line_amount) FILTER (customer_key = -1), sum(line_amount)
      FROM fct_sales
      WHERE is_purchase AND order_date < ?::DATE AND order_date >= ?::DATE - 365""";
  private static final String SOURCES =
      """
      SELECT source, max(newest_sale), max(newest_delivery)::DATE, coalesce(bool_or(is_overdue), false)
      FROM (SELECT source, max(order_date) AS newest_sale, NULL::TIMESTAMPTZ AS newest_delivery
            FROM fct_sales WHERE order_date < ?::DATE GROUP BY source
            UNION ALL BY NAME
            SELECT source, NULL::DATE AS newest_sale, max(effective_at) AS newest_delivery
            FROM raw_batch WHERE status = 'landed' GROUP BY source
            UNION ALL BY NAME
            SELECT source, is_overdue FROM rpt_load_summary WHERE is_overdue)
      GROUP BY source ORDER BY source""";
  private static final String LOADS =
      """
      SELECT source, entity,
             sum(row_count) FILTER (outcome = 'landed'),
             sum(row_count) FILTER (outcome IN ('quarantined', 'refused')),
             coalesce(sum(row_count) FILTER (outcome = 'staged'), 0)
               - coalesce(sum(row_count) FILTER (outcome = 'refused'), 0),
             sum(row_count) FILTER (outcome = 'filtered'),
             sum(row_count) FILTER (outcome = 'loaded'),
             sum(row_count) FILTER (outcome IN ('repeated', 'replaced')),
             sum(amount) FILTER (outcome = 'landed'),
             sum(amount) FILTER (outcome IN ('quarantined', 'refused')),
             sum(amount) FILTER (outcome = 'filtered'),
             sum(amount) FILTER (outcome = 'loaded'),
             sum(amount) FILTER (outcome IN ('repeated', 'replaced')),
             coalesce(sum(unreadable_amount_count) FILTER (outcome IN ('quarantined', 'refused')), 0)
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
            .first(
                QUARANTINE,
                row ->
                    new Quarantine(row.getLong(1), row.getLong(2), money(row, 3), row.getLong(4)))
            .orElseThrow(),
        frequent(warehouse.rows(REASONS, row -> new Counted(row.getString(1), row.getLong(2)))),
        (Long) sales.get(0),
        (Long) sales.get(1),
        (BigDecimal) sales.get(2),
        (BigDecimal) sales.get(3),
        sources(warehouse, asOf),
        loads(warehouse),
        warehouse.rows(UNREADABLE, row -> row.getString(1)));
  }

  /** The first ones, and one line for all others. */
  private static List<Counted> frequent(List<Counted> reasons) {
    if (reasons.size() <= SHOWN_REASONS + 1) {
      return reasons;
    }
    List<Counted> shown = new ArrayList<>(reasons.subList(0, SHOWN_REASONS));
    List<Counted> others = reasons.subList(SHOWN_REASONS, reasons.size());
    shown.add(
        new Counted(
            others.size() + " other reasons", others.stream().mapToLong(Counted::count).sum()));
    return List.copyOf(shown);
  }

  private static List<Source> sources(PublishedWarehouse warehouse, String asOf) {
    return warehouse.rows(
        SOURCES,
        row ->
            new Source(
                row.getString(1),
                Optional.ofNullable(row.getObject(2, LocalDate.class)),
                Optional.ofNullable(row.getObject(3, LocalDate.class)),
                row.getBoolean(4)),
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
                moneyOf(row)));
  }

  private static Optional<DataFacts.Money> moneyOf(ResultSet row) throws SQLException {
    return row.getBigDecimal(9) == null
        ? Optional.empty()
        : Optional.of(
            new DataFacts.Money(
                money(row, 9),
                money(row, 10),
                money(row, 11),
                money(row, 12),
                money(row, 13),
                row.getLong(14)));
  }

  private static OptionalLong optionalCount(ResultSet row, int column) throws SQLException {
    long count = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(count);
  }
}
