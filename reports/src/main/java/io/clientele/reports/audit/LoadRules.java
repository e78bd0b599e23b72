package io.clientele.reports.audit;

import java.util.List;

/** Nothing is lost and nothing counted twice between a source and its facts. */
final class LoadRules {
  private static final String SALES = "canonical_entity = 'sales_line' AND ";

  private LoadRules() {}

  static List<AuditRule> all() {
    return List.of(
        equation(
            "landed = staged + left out + quarantined, rows of a source entity",
            sum("row_count", "outcome = 'landed'"),
            sum("row_count", "outcome IN ('staged', 'filtered', 'quarantined')")),
        equation(
            "staged = loaded + repeated + replaced + refused, money of a source entity",
            sum("amount", SALES + "outcome = 'staged'"),
            sum("amount", SALES + "outcome IN ('loaded', 'repeated', 'replaced', 'refused')")),
        new AuditRule(
            "fct_sales",
            "sales lines loaded are there, rows and money of a source",
            "SELECT count(*), count(*) FILTER (WHERE coalesce(f.n, 0) <> l.n OR coalesce(f.money, 0) <> l.money)"
                + " FROM (SELECT source, "
                + sum("row_count", "outcome = 'loaded'")
                + " AS n, "
                + sum("amount", "outcome = 'loaded'")
                + " AS money FROM rpt_load_summary WHERE canonical_entity = 'sales_line' GROUP BY source) l"
                + " LEFT JOIN (SELECT source, count(*) AS n, sum(line_amount) AS money FROM fct_sales GROUP BY source) f"
                + " USING (source)"));
  }

  private static AuditRule equation(String name, String left, String right) {
    return new AuditRule(
        "rpt_load_summary",
        name,
        "SELECT count(*), count(*) FILTER (WHERE l <> r) FROM (SELECT %s AS l, %s AS r FROM rpt_load_summary GROUP BY source, entity)"
            .formatted(left, right));
  }

  private static String sum(String measure, String condition) {
    return "coalesce(sum(" + measure + ") FILTER (WHERE " + condition + "), 0)";
  }
}
