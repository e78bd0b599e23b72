package io.clientele.reports.audit;

import io.clientele.reports.published.Sql;
import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Layer;
import io.clientele.warehouse.spec.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fact names the version of a member that was valid when it happened. Scores and reports are no
 * facts: what they say of a member is said of its version of that night.
 */
final class ValidityRules {
  /** When a fact happened, as far as versions go. */
  private static final Map<String, String> MOMENTS =
      Map.of(
          "fct_sales", "ordered_at",
          "fct_payment", "billed_at",
          "fct_service_case", "opened_at",
          "fct_consent", "recorded_at",
          "fct_campaign_contact", "contacted_at",
          "fct_opportunity_stage", "entered_at");

  private ValidityRules() {}

  static List<AuditRule> of(TableSpec fact) {
    return Layer.of(fact.name()) == Layer.FACT
        ? fact.fields().stream().flatMap(field -> rule(fact, field).stream()).toList()
        : List.of();
  }

  private static Optional<AuditRule> rule(TableSpec fact, Field field) {
    return field
        .references()
        .flatMap(Warehouse.canonical()::find)
        .filter(VersionRules::isVersioned)
        .map(dimension -> joinsWithinValidity(fact, field, dimension));
  }

  private static AuditRule joinsWithinValidity(TableSpec fact, Field field, TableSpec dimension) {
    String moment = MOMENTS.get(fact.name());
    if (moment == null) {
      throw new IllegalStateException(
          "Cannot audit %s: it refers to versions of %s and nothing says when it happened; name its moment in ValidityRules."
              .formatted(fact.name(), dimension.name()));
    }
    return new AuditRule(
        fact.name(),
        field.name() + " was valid at " + moment,
        "SELECT count(*), count(*) FILTER (WHERE NOT (f.%1$s >= d.valid_from AND f.%1$s < d.valid_to)) FROM %2$s f JOIN %3$s d ON d.%4$s = f.%5$s"
            .formatted(
                moment,
                fact.name(),
                dimension.name(),
                Sql.name(dimension.key().get(0)),
                Sql.name(field.name())));
  }
}
