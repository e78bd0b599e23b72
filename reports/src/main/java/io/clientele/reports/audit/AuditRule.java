package io.clientele.reports.audit;

import io.clientele.reports.published.PublishedWarehouse;

/**
 * What must hold in a whole published table.
 *
 * @param table the table that would have to be mended
 * @param name the rule as a sentence
 * @param sql a SELECT of one row: how many were looked at, how many break the rule
 */
record AuditRule(String table, String name, String sql) {
  Finding judge(PublishedWarehouse warehouse) {
    return warehouse
        .first(sql, row -> new Finding(table, name, row.getLong(1), row.getLong(2)))
        .orElseThrow();
  }
}
