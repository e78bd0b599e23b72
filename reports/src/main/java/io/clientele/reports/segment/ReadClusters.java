package io.clientele.reports.segment;

import static io.clientele.reports.segment.ReadSegments.money;
import static io.clientele.reports.segment.ReadSegments.optional;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.reports.segment.ClusterFacts.Cluster;
import io.clientele.reports.segment.ClusterFacts.Move;
import java.time.LocalDate;
import java.util.List;

/** What the report says about segments that were found in the data. */
final class ReadClusters {
  private static final String SEGMENTS =
      """
      SELECT segment_id, segment, customer_count, customer_share, spend_last_365_days, spend_index,
             coalesce(rule, ''), coalesce(rule_fidelity, 0), coalesce(lineage, '')
      FROM rpt_segment_profile WHERE segment_kind = 'cluster' AND segment_id IS NOT NULL
      ORDER BY spend_last_365_days DESC, segment_id""";
  private static final String MOVES =
      """
      SELECT from_date, from_segment, to_segment, customer_count, buyer_count, spend_before, spend_after
      FROM rpt_segment_migration
      WHERE from_date = (SELECT min(from_date) FROM rpt_segment_migration)
      ORDER BY customer_count DESC, from_segment, to_segment""";

  private ReadClusters() {}

  static ClusterFacts facts(PublishedWarehouse warehouse) {
    List<Move> moves =
        warehouse.rows(
            MOVES,
            row ->
                new Move(
                    row.getObject(1, LocalDate.class),
                    row.getString(2),
                    row.getString(3),
                    row.getLong(4),
                    row.getLong(5),
                    money(row, 6),
                    money(row, 7)));
    return new ClusterFacts(
        ReadHealth.of(warehouse, "segment"),
        warehouse.rows(
            SEGMENTS,
            row ->
                new Cluster(
                    row.getInt(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getDouble(4),
                    money(row, 5),
                    optional(row, 6),
                    row.getString(7),
                    row.getDouble(8),
                    row.getString(9))),
        moves.stream().filter(move -> !move.isStay()).toList(),
        moves.stream().filter(Move::isStay).mapToLong(Move::customers).sum());
  }
}
