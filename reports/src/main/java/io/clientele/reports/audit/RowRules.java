package io.clientele.reports.audit;

import io.clientele.reports.published.Sql;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What follows from a declaration for every row: unique keys, filled columns, references. */
final class RowRules {
  private RowRules() {}

  static List<AuditRule> of(TableSpec spec) {
    List<AuditRule> rules = new ArrayList<>();
    if (!spec.key().isEmpty()) {
      rules.add(uniqueKey(spec));
    }
    List<Field> required = spec.fields().stream().filter(field -> !field.nullable()).toList();
    if (!required.isEmpty()) {
      rules.add(filled(spec, required));
    }
    for (Field field : spec.fields()) {
      field
          .references()
          .flatMap(Warehouse.canonical()::find)
          .filter(target -> target.key().size() == 1)
          .ifPresent(target -> rules.add(resolves(spec, field, target)));
    }
    return rules;
  }

  private static AuditRule uniqueKey(TableSpec spec) {
    String key = spec.key().stream().map(Sql::name).collect(Collectors.joining(", "));
    return new AuditRule(
        spec.name(),
        "key unique",
        "SELECT coalesce(sum(n), 0), coalesce(sum(n - 1), 0) FROM (SELECT count(*) AS n FROM %s GROUP BY %s)"
            .formatted(spec.name(), key));
  }

  private static AuditRule filled(TableSpec spec, List<Field> required) {
    String empty =
        required.stream()
            .map(field -> Sql.name(field.name()) + " IS NULL")
            .collect(Collectors.joining(" OR ", "(", ")"));
    String refused =
        spec.find(Lineage.IS_REJECTED.name()).map(field -> " AND NOT is_rejected").orElse("");
    return new AuditRule(
        spec.name(),
        "required columns filled",
        "SELECT count(*), count(*) FILTER (WHERE %s%s) FROM %s"
            .formatted(empty, refused, spec.name()));
  }

  private static AuditRule resolves(TableSpec spec, Field field, TableSpec target) {
    String from = Sql.name(field.name());
    return new AuditRule(
        spec.name(),
        field.name() + " resolves",
        "SELECT count(*), count(*) FILTER (WHERE k IS NULL) FROM %s f LEFT JOIN (SELECT %s AS k FROM %s) t ON t.k = f.%s WHERE f.%s IS NOT NULL"
            .formatted(spec.name(), Sql.name(target.key().get(0)), target.name(), from, from));
  }
}
