package io.clientele.jobs.schedule.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reaching into a value: attribute, item, slice, call. */
final class Access {
  private Access() {}

  /** {@code target.name}. */
  record Attribute(Expression target, String name) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return Members.attribute(target.value(scope), name);
    }

    @Override
    public Shape shape(Scope known) {
      return Members.attributeShape(target.shape(known), name);
    }
  }

  /** {@code target[key]}. */
  record Item(Expression target, Expression key) implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      return Members.item(target.value(scope), key.value(scope));
    }

    @Override
    public Shape shape(Scope known) {
      Shape shape = target.shape(known);
      Shape keyShape = key.shape(known);
      if (key instanceof Operands.Literal literal && literal.constant() instanceof String name) {
        return shape == Shape.Type.MAPPING || shape == Shape.Type.ANY
            ? Shape.Type.ANY
            : Members.attributeShape(shape, name);
      }
      if (keyShape == Shape.Type.NONE || shape instanceof Shape.Callable) {
        throw TemplateException.refused("an item is taken by a name or a number");
      }
      return shape == Shape.Type.TEXT ? shape : Shape.Type.ANY;
    }
  }

  /** {@code target[from:to]}. */
  record Slice(Expression target, Optional<Expression> from, Optional<Expression> to)
      implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      Object value = target.value(scope);
      int size = value instanceof String text ? text.length() : PythonValues.list(value).size();
      int start = place(from, scope, size, 0);
      int end = Math.max(start, place(to, scope, size, size));
      return value instanceof String text
          ? text.substring(start, end)
          : PythonValues.list(value).subList(start, end);
    }

    private static int place(Optional<Expression> bound, Scope scope, int size, int fallback) {
      Object given = bound.map(each -> each.value(scope)).orElse(null);
      if (given == null) {
        return fallback;
      }
      long place = PythonValues.integer(given);
      return (int) Math.max(0, Math.min(size, place < 0 ? place + size : place));
    }

    @Override
    public Shape shape(Scope known) {
      from.ifPresent(each -> each.shape(known));
      to.ifPresent(each -> each.shape(known));
      Shape shape = target.shape(known);
      if (shape != Shape.Type.TEXT && shape != Shape.Type.LIST && shape != Shape.Type.ANY) {
        throw TemplateException.refused("a slice is taken of a text or a list");
      }
      return shape;
    }
  }

  /** {@code target(a, name=b)}. */
  record Call(Expression target, List<Expression> positional, Map<String, Expression> named)
      implements Expression {
    @Override
    public Object evaluate(Scope scope) {
      Object callee = target.value(scope);
      if (!(callee instanceof Function function)) {
        throw TemplateException.operation(PythonText.repr(callee) + " cannot be called");
      }
      List<Object> places = new ArrayList<>();
      positional.forEach(each -> places.add(each.value(scope)));
      Map<String, Object> names = new LinkedHashMap<>();
      named.forEach((name, each) -> names.put(name, each.value(scope)));
      return function.body().call(new Arguments(function.name(), places, names));
    }

    @Override
    public Shape shape(Scope known) {
      positional.forEach(each -> each.shape(known));
      named.values().forEach(each -> each.shape(known));
      Shape shape = target.shape(known);
      if (shape == Shape.Type.ANY && target instanceof Attribute attribute) {
        return Members.methodOfAny(attribute.name());
      }
      if (shape instanceof Shape.Callable callable) {
        return callable.result();
      }
      throw TemplateException.refused("something is called that is no function");
    }
  }
}
