package io.clientele.reports.audit;

import io.clientele.reports.published.PublishedWarehouse;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.publication.Publication;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The audit of a warehouse after the automated audit of TPC-DI: keys and references of whole
 * tables, versions without gap or overlap, facts inside the validity of the versions they name,
 * counts that do not fall, nothing lost between landing and facts. The nightly gate looks at what a
 * night changes; this looks at everything, so it is a weekly step.
 */
public final class Audit {
  private Audit() {}

  /**
   * Judges every rule.
   *
   * @param now the publication to audit
   * @param before an older one whose rows must still be there; empty = none is kept
   */
  public static List<Finding> of(PublishedWarehouse now, Optional<PublishedWarehouse> before) {
    List<Finding> findings = new ArrayList<>();
    for (TableSpec spec : stored(now.publication())) {
      rules(spec).forEach(rule -> findings.add(rule.judge(now)));
    }
    LoadRules.all().forEach(rule -> findings.add(rule.judge(now)));
    before.ifPresent(older -> findings.addAll(StillThere.findings(older, now)));
    return findings;
  }

  private static List<TableSpec> stored(Publication publication) {
    return publication.tables().stream()
        .filter(table -> table.snapshotId() >= 0)
        .flatMap(table -> Warehouse.canonical().find(table.name()).stream())
        .toList();
  }

  static List<AuditRule> rules(TableSpec spec) {
    List<AuditRule> rules = new ArrayList<>(RowRules.of(spec));
    rules.addAll(VersionRules.of(spec));
    rules.addAll(ValidityRules.of(spec));
    return rules;
  }
}
