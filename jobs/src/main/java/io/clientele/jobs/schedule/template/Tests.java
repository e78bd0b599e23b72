package io.clientele.jobs.schedule.template;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The tests after {@code is}. */
final class Tests {
  private static final Map<String, Predicate<Object>> ALL =
      Map.of(
          "defined", value -> !(value instanceof Undefined),
          "undefined", value -> value instanceof Undefined,
          "none", value -> Undefined.defined(value) == null,
          "string", value -> Undefined.defined(value) instanceof String,
          "number", value -> Undefined.defined(value) instanceof Number,
          "boolean", value -> Undefined.defined(value) instanceof Boolean,
          "mapping", value -> Undefined.defined(value) instanceof Map,
          "sequence", value -> Undefined.defined(value) instanceof List,
          "true", value -> Boolean.TRUE.equals(Undefined.defined(value)),
          "false", value -> Boolean.FALSE.equals(Undefined.defined(value)));

  private Tests() {}

  static BiPredicate<Object, Scope> named(String name, boolean negated) {
    String plain = name.equals("None") ? "none" : name;
    Predicate<Object> test = ALL.get(plain);
    if (test == null) {
      throw UnknownName.unknown("test", name, ALL.keySet());
    }
    return (value, scope) -> negated != test.test(value);
  }
}
