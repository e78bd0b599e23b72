package io.clientele.pipeline.quality;

import io.clientele.warehouse.Warehouse;
import io.clientele.warehouse.spec.Field;
import io.clientele.warehouse.spec.Lineage;
import io.clientele.warehouse.spec.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rules that follow from a table's declaration; a rejected row of staging may break them. */
public final class RulesFromSpec {
  private RulesFromSpec() {}

  public static List<Rule> of(TableSpec spec, Warehouse warehouse) {
    List<Rule> rules = new ArrayList<>();
    for (Field field : spec.fields()) {
      if (!field.nullable()) {
        rules.add(holds(spec, field.name() + " required", quoted(field) + " is not null"));
      }
      if (!field.accepted().isEmpty()) {
        rules.add(holds(spec, field.name() + " accepted", accepted(field)));
      }
      field.references().ifPresent(target -> addReference(rules, spec, field, target, warehouse));
    }
    if (!spec.key().isEmpty()) {
      rules.add(new Rule.Unique(spec.name(), "key unique", Severity.STOP, spec.key()));
    }
    return rules;
  }

  private static void addReference(
      List<Rule> rules, TableSpec spec, Field field, String target, Warehouse warehouse) {
    warehouse
        .find(target)
        .filter(other -> other.key().size() == 1)
        .ifPresent(
            other ->
                rules.add(
                    new Rule.References(
                        spec.name(),
                        field.name() + " resolves",
                        Severity.STOP,
                        field.name(),
                        target,
                        other.key().get(0))));
  }

  private static Rule holds(TableSpec spec, String name, String condition) {
    boolean keepsRejected = spec.find(Lineage.IS_REJECTED.name()).isPresent();
    String complete =
        keepsRejected ? Lineage.IS_REJECTED.name() + " or (" + condition + ")" : condition;
    return new Rule.Holds(spec.name(), name, Severity.STOP, complete);
  }

  private static String accepted(Field field) {
    String values =
        field.accepted().stream()
            .map(value -> "'" + value.replace("'", "\\'") + "'")
            .collect(Collectors.joining(", "));
    return quoted(field) + " is null or " + quoted(field) + " in (" + values + ")";
  }

  private static String quoted(Field field) {
    return "`" + field.name() + "`";
  }
}
