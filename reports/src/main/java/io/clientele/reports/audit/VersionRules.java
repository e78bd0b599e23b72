package io.clientele.reports.audit;

import io.clientele.warehouse.spec.TableSpec;
import java.util.List;

/** History of a dimension (SCD 2): versions of a member follow each other, one is open. */
final class VersionRules {
  private static final String OPEN_END = "TIMESTAMPTZ '9999-12-31 00:00:00Z'";
  private static final String BEGINNING = "TIMESTAMPTZ '1900-01-01 00:00:00Z'";

  private VersionRules() {}

  static List<AuditRule> of(TableSpec spec) {
    return isVersioned(spec)
        ? List.of(
            oneOpenVersion(spec),
            openIsWhatEndsNever(spec),
            noGapNoOverlap(spec),
            startsAtTheBeginning(spec))
        : List.of();
  }

  static boolean isVersioned(TableSpec spec) {
    return spec.find("valid_from").isPresent() && spec.find("is_current").isPresent();
  }

  /** What has versions: the column by which they are sorted before their start. */
  private static String member(TableSpec spec) {
    return spec.sortedBy().get(0);
  }

  private static AuditRule oneOpenVersion(TableSpec spec) {
    return new AuditRule(
        spec.name(),
        "one open version a member",
        "SELECT count(*), count(*) FILTER (WHERE n <> 1) FROM (SELECT count(*) FILTER (WHERE is_current) AS n FROM %s GROUP BY %s)"
            .formatted(spec.name(), member(spec)));
  }

  private static AuditRule openIsWhatEndsNever(TableSpec spec) {
    return new AuditRule(
        spec.name(),
        "the open version has no end",
        "SELECT count(*), count(*) FILTER (WHERE is_current <> (valid_to = %s)) FROM %s"
            .formatted(OPEN_END, spec.name()));
  }

  private static AuditRule noGapNoOverlap(TableSpec spec) {
    return new AuditRule(
        spec.name(),
        "each version ends where the next begins",
        "SELECT count(*), count(*) FILTER (WHERE valid_from >= valid_to OR valid_to <> coalesce(next_from, valid_to)) FROM (SELECT valid_from, valid_to, lead(valid_from) OVER (PARTITION BY %s ORDER BY valid_from) AS next_from FROM %s)"
            .formatted(member(spec), spec.name()));
  }

  private static AuditRule startsAtTheBeginning(TableSpec spec) {
    return new AuditRule(
        spec.name(),
        "a first version starts 1900-01-01",
        "SELECT count(*), count(*) FILTER (WHERE first_from <> %s) FROM (SELECT min(valid_from) AS first_from FROM %s GROUP BY %s)"
            .formatted(BEGINNING, spec.name(), member(spec)));
  }
}
