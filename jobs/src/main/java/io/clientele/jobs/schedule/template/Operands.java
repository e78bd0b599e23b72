package io.clientele.jobs.schedule.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What expressions are built of: literals, names, lists and mappings. */
final class Operands {
  private Operands() {}

  /** A text, number, truth value or none. */
  record Literal(Object constant) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return constant;
    }

    @Override
    public Shape shape(Scope known) {
      return Shape.of(constant);
    }
  }

  /** A name of the context or of a loop. */
  record Name(String name) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return scope.named(name);
    }

    @Override
    public Shape shape(Scope known) {
      if (!known.has(name)) {
        throw UnknownName.name(name, known.known());
      }
      return Shape.of(known.named(name));
    }
  }

  /** {@code [a, b]} and {@code (a, b)}. */
  record ListDisplay(List<Expression> elements) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      List<Object> values = new ArrayList<>();
      elements.forEach(element -> values.add(element.value(scope)));
      return values;
    }

    @Override
    public Shape shape(Scope known) {
      elements.forEach(element -> element.shape(known));
      return Shape.Type.LIST;
    }
  }

  /** {@code {'k': v}}. */
  record MapDisplay(Map<Expression, Expression> entries) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      Map<Object, Object> values = new LinkedHashMap<>();
      entries.forEach((key, each) -> values.put(key.value(scope), each.value(scope)));
      return values;
    }

    @Override
    public Shape shape(Scope known) {
      entries.forEach(
          (key, each) -> {
            key.shape(known);
            each.shape(known);
          });
      return Shape.Type.MAPPING;
    }
  }
}
