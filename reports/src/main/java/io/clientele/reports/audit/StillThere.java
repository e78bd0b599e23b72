package io.clientele.reports.audit;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.publication.PublishedTable;
import io.clientele.warehouse.spec.Layer;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;

/**
 * Members that an older publication had are still there: a dimension never forgets anybody.
 * Versions may become fewer, when a late row shows that nothing had changed; customers may, when
 * two turn out to be one.
 */
final class StillThere {
  private StillThere() {}

  static List<Finding> findings(PublishedWarehouse before, PublishedWarehouse now) {
    return before.publication().tables().stream()
        .map(PublishedTable::name)
        .flatMap(name -> Warehouse.canonical().find(name).stream())
        .filter(spec -> spec.layer() == Layer.DIMENSION && !spec.key().contains("customer_id"))
        .map(spec -> finding(spec, members(before, spec), members(now, spec), before))
        .toList();
  }

  private static Finding finding(TableSpec spec, long then, long today, PublishedWarehouse before) {
    return new Finding(
        spec.name(),
        "no fewer members than in publication " + before.publication().id(),
        then,
        Math.max(0, then - today));
  }

  private static long members(PublishedWarehouse warehouse, TableSpec spec) {
    String member = VersionRules.isVersioned(spec) ? spec.sortedBy().get(0) : spec.key().get(0);
    return warehouse
        .first(
            "SELECT count(DISTINCT %s) FROM %s".formatted(member, spec.name()),
            row -> row.getLong(1))
        .orElseThrow();
  }
}
